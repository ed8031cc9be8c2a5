-- What counts is in use and is a system (§1).
SELECT municipality_code, system_id, status, role, in_use, counted
FROM systems
WHERE in_use <> (status IS NULL OR status IN ('in_productie', 'uit_te_faseren'))
   OR counted <> (in_use AND role = 'system')
