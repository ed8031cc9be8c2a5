-- What counts is in use, is a system, and is of a municipality that answered itself (§1); what does not count says why.
SELECT municipality_code, system_id, status, role, in_use, counted, not_counted_because, response
FROM systems JOIN response USING (municipality_code)
WHERE in_use <> (status IS NULL OR status IN ('in_productie', 'uit_te_faseren'))
   OR counted <> (in_use AND role = 'system' AND response <> 'only_through_partnership')
   OR counted <> (not_counted_because IS NULL)
   OR not_counted_because NOT IN ('no_system', 'not_in_use', 'only_through_partnership')
