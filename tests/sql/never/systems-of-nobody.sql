-- Systems are of municipalities of the frame that answered, and who answered has systems (§1).
SELECT COALESCE(s.municipality_code, r.municipality_code) AS municipality_code, r.response
FROM (SELECT DISTINCT municipality_code FROM systems) s FULL JOIN response r USING (municipality_code)
WHERE (s.municipality_code IS NOT NULL) IS DISTINCT FROM (r.response <> 'no_response')
