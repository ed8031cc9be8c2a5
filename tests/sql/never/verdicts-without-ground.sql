-- Nothing is guessed silently: a known value has a source, a review, a rule or the catalogue has grounds, and what is contested is unknown
-- and lists at least two (§2). The presumption gives only `decentraal`, and only to a system of which nobody is known to steer or
-- run it.
SELECT municipality_code, system_id, level, level_source, level_rule, distinguishing, distinguishing_source, distinguishing_rule
FROM systems
WHERE (level <> 'onbekend' AND level_source IS NULL)
   OR (distinguishing <> 'onbekend' AND distinguishing_source IS NULL)
   OR (level_source IN ('review', 'rule', 'catalogue', 'contested')) <> (level_rule IS NOT NULL)
   OR (distinguishing_source IN ('review', 'rule', 'catalogue', 'contested')) <> (distinguishing_rule IS NOT NULL)
   OR (level_source = 'contested' AND (level <> 'onbekend' OR level_rule NOT LIKE '% | %'))
   OR (distinguishing_source = 'contested' AND (distinguishing <> 'onbekend' OR distinguishing_rule NOT LIKE '% | %'))
   OR (level_source = 'presumed' AND (level <> 'decentraal' OR role <> 'system' OR steered_by IS NOT NULL OR run_by IS NOT NULL
        OR steered_level IS NOT NULL OR run_level IS NOT NULL OR registered_by IS NOT NULL))
   OR distinguishing_source = 'presumed'
   OR (role_source IN ('review', 'rule', 'catalogue', 'contested')) <> (role_rule IS NOT NULL)
   OR (role_source IS NULL AND role <> 'system')
   OR (level_source = 'review' AND (level = 'onbekend' OR level_evidence IS NULL OR level_certainty <> 'certain'))
   OR (distinguishing_source = 'review' AND (distinguishing = 'onbekend' OR distinguishing_evidence IS NULL))
