-- Provinces are the nation, and so are size classes and their crossing; each in units, municipalities and inhabitants (§3).
WITH level AS (
  SELECT unit, weight,
         CASE WHEN region_scheme = 'land' AND size_class IS NULL THEN 'nation'
              WHEN region_scheme = 'land' THEN 'size classes'
              WHEN size_class IS NULL THEN region_scheme
              ELSE region_scheme || ' by size class' END AS division,
         sum(w_total) AS w, sum(w_broad) AS broad, sum(municipalities_frame) AS frame, sum(inhabitants_frame) AS inhabitants
  FROM coverage
  WHERE region_scheme IN ('land', 'provincie')
  GROUP BY ALL
)
SELECT n.unit, l.division, n.w AS nation, l.w AS division_w
FROM level l JOIN level n USING (unit, weight)
WHERE n.division = 'nation' AND (l.w, l.broad, l.frame, l.inhabitants) <> (n.w, n.broad, n.frame, n.inhabitants)
  AND (SELECT count(*) FROM response WHERE size_class IS NULL) = 0
