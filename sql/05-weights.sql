-- The weight of each group: in all, on each rung, and on each rung by what does and does not distinguish. METHOD §3.
-- Reads:
-- Gives: group_sums (whatever is known), weights and level_by_distinguishing (absent where the weight of fewer than half of the
--        units is known)

CREATE OR REPLACE TEMP VIEW class_sums AS
SELECT
  month, group_key, unit, weight,
  count(DISTINCT municipality_code) AS municipalities_counted,
  sum(units) AS units, sum(units_known) AS units_known, sum(units_carried) AS units_carried,
  sum(w) AS w_total,
  sum(w) FILTER (WHERE level IN ('overheidsbreed', 'collectief_gemeentelijk', 'regionaal')) AS w_broad,
  sum(w) FILTER (WHERE level IN ('overheidsbreed', 'collectief_gemeentelijk')) AS w_strict,
  sum(w) FILTER (WHERE level = 'onbekend') AS w_level_unknown,
  sum(w) FILTER (WHERE maybe_strict) AS w_maybe_strict,
  sum(w) FILTER (WHERE distinguishing = 'niet_onderscheidend') AS w_non_distinguishing,
  sum(w) FILTER (WHERE distinguishing = 'onderscheidend') AS w_distinguishing,
  sum(w) FILTER (WHERE distinguishing = 'onbekend') AS w_distinguishing_unknown
FROM classes
GROUP BY month, group_key, unit, weight;

-- A group in which nobody has anything yet is there too, with nought.
CREATE OR REPLACE TEMP VIEW group_sums AS
SELECT
  p.month, p.group_key, p.dimension, p.group_code, p.group_name, p.size_scheme, p.size_class, p.size_name, b.unit, b.weight,
  CASE
    WHEN p.municipalities = 0 THEN 'no_inventory'
    WHEN s.units IS NULL THEN 'no_units'
    WHEN 2 * s.units_known < s.units THEN 'incomplete'
    WHEN s.w_total = 0 THEN 'no_weight'
  END AS absent_because,
  CAST(COALESCE(s.units, 0) AS BIGINT) AS units,
  CAST(COALESCE(s.units_known, 0) AS BIGINT) AS units_known,
  s.units_known / NULLIF(s.units, 0) AS completeness,
  CAST(COALESCE(s.units_carried, 0) AS BIGINT) AS units_carried,
  s.units_carried / NULLIF(s.units, 0) AS carried_share,
  COALESCE(s.municipalities_counted, 0) AS municipalities_counted,
  CAST(COALESCE(s.w_total, 0) AS BIGINT) AS w_total,
  CAST(COALESCE(s.w_broad, 0) AS BIGINT) AS w_broad,
  CAST(COALESCE(s.w_strict, 0) AS BIGINT) AS w_strict,
  CAST(COALESCE(s.w_level_unknown, 0) AS BIGINT) AS w_level_unknown,
  CAST(COALESCE(s.w_maybe_strict, 0) AS BIGINT) AS w_maybe_strict,
  CAST(COALESCE(s.w_non_distinguishing, 0) AS BIGINT) AS w_non_distinguishing,
  CAST(COALESCE(s.w_distinguishing, 0) AS BIGINT) AS w_distinguishing,
  CAST(COALESCE(s.w_distinguishing_unknown, 0) AS BIGINT) AS w_distinguishing_unknown
FROM population p
CROSS JOIN (VALUES ('systems', 'count'), ('systems', 'cost'), ('systems', 'users'), ('cells', 'count')) AS b(unit, weight)
LEFT JOIN class_sums s ON s.month = p.month AND s.group_key = p.group_key AND s.unit = b.unit AND s.weight = b.weight;

CREATE OR REPLACE TEMP VIEW weights AS
SELECT
  month, group_key, dimension, group_code, group_name, size_scheme, size_class, size_name, unit, weight,
  absent_because, units, units_known, completeness, units_carried, carried_share, municipalities_counted,
  CASE WHEN complete THEN w_total END AS w_total,
  CASE WHEN complete THEN w_broad END AS w_broad,
  CASE WHEN complete THEN w_strict END AS w_strict,
  CASE WHEN complete THEN w_level_unknown END AS w_level_unknown,
  CASE WHEN complete THEN w_maybe_strict END AS w_maybe_strict,
  CASE WHEN complete THEN w_non_distinguishing END AS w_non_distinguishing,
  CASE WHEN complete THEN w_distinguishing END AS w_distinguishing,
  CASE WHEN complete THEN w_distinguishing_unknown END AS w_distinguishing_unknown
FROM (SELECT group_sums.*, absent_because IS DISTINCT FROM 'incomplete' AS complete FROM group_sums) AS s;

-- The fifteen sums that every share is made of: level by distinguishing.
CREATE OR REPLACE TEMP VIEW level_by_distinguishing AS
SELECT
  g.month, g.group_key, g.dimension, g.group_code, g.group_name, g.size_scheme, g.size_class, g.size_name, g.unit, g.weight,
  k.level, k.distinguishing, CAST(COALESCE(sum(c.w), 0) AS BIGINT) AS w
FROM group_sums g
CROSS JOIN (SELECT DISTINCT level, distinguishing FROM kinds) AS k
LEFT JOIN classes c ON c.month = g.month AND c.group_key = g.group_key AND c.unit = g.unit AND c.weight = g.weight
  AND c.level = k.level AND c.distinguishing = k.distinguishing
WHERE g.absent_because IS DISTINCT FROM 'incomplete'
GROUP BY
  g.month, g.group_key, g.dimension, g.group_code, g.group_name, g.size_scheme, g.size_class, g.size_name, g.unit, g.weight,
  k.level, k.distinguishing;
