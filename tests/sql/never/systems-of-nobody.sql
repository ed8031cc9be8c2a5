-- Systems are of municipalities of the frame that answered, or for which a partnership did; and those have systems (§1).
SELECT COALESCE(s.municipality_code, r.municipality_code) AS municipality_code, r.response
FROM (SELECT DISTINCT municipality_code FROM systems) s FULL JOIN response r USING (municipality_code)
WHERE (s.municipality_code IS NOT NULL) IS DISTINCT FROM (r.response NOT IN ('no_response', 'too_old'))
