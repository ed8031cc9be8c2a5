-- Provinces are the nation, and so are municipalities, sizes of each scheme, provinces by size, and the parts of a focus (which count
-- no municipality twice only in systems); each in units and weight, those of municipalities in municipalities and inhabitants too (§3).
WITH level AS (
  SELECT unit, weight, dimension, size_scheme,
         CASE WHEN dimension = 'focus' THEN split_part(group_code, '.', 1) END AS focus,
         sum(units) AS units, sum(w_total) AS w, sum(w_broad) AS broad,
         sum(municipalities_frame) AS frame, sum(inhabitants_frame) AS inhabitants, count(w_total) AS with_weight, count(*) AS parts
  FROM coverage
  WHERE dimension IN ('land', 'provincie', 'gemeente', 'focus')
  GROUP BY ALL
)
SELECT n.unit, n.weight, l.dimension, l.size_scheme, n.units AS nation, l.units
FROM level l JOIN level n USING (unit, weight)
WHERE n.dimension = 'land' AND n.size_scheme IS NULL
  AND (l.units <> n.units
       OR (l.with_weight = l.parts AND n.with_weight = n.parts AND (l.w, l.broad) <> (n.w, n.broad))
       OR (l.dimension <> 'focus' AND (l.frame, l.inhabitants) <> (n.frame, n.inhabitants)))
  AND (SELECT count(*) FROM response WHERE size_class IS NULL) = 0
