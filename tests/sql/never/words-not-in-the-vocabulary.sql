-- The values that the page of definitions knows (§1, §2), and codes of reference components with a name for each.
SELECT municipality_code, system_id, level, distinguishing, status, role, hosting
FROM systems
WHERE level NOT IN ('overheidsbreed', 'collectief_gemeentelijk', 'regionaal', 'decentraal', 'onbekend')
   OR distinguishing NOT IN ('niet_onderscheidend', 'onderscheidend', 'onbekend')
   OR status NOT IN ('verwerving', 'gepland', 'in_productie', 'uit_te_faseren', 'uitgefaseerd')
   OR role NOT IN ('system', 'national_connection', 'standard_or_agreement', 'contract_vehicle')
   OR hosting NOT IN ('on_premises', 'iaas', 'paas', 'saas')
   OR len(components) <> len(component_ids)
   OR len(component_ids) <> len(list_distinct(component_ids))
