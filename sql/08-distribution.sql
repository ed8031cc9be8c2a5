-- How a group's municipalities are spread in their own shares: quartiles, and the mean weighted by inhabitants. METHOD §3, Distribution.
-- Reads:
-- Gives: own_shares (one row per group, municipality, unit, weight, measure and bound), distribution (the same without municipality)

-- Of municipalities with the weight of at least half of their units known.
CREATE OR REPLACE TEMP VIEW own_parts AS
SELECT
  c.month, c.group_key, c.municipality_code, c.unit, c.weight, m.measure, m.bound,
  sum(c.units) AS units, sum(c.units_known) AS units_known,
  CAST(COALESCE(sum(c.w) FILTER (WHERE m.above), 0) AS BIGINT) AS part,
  CAST(COALESCE(sum(c.w) FILTER (WHERE m.below), 0) AS BIGINT) AS whole
FROM classes c JOIN measures m ON m.level = c.level AND m.distinguishing = c.distinguishing AND m.maybe_strict = c.maybe_strict
WHERE m.measure IN ('collective_share', 'national_share', 'non_distinguishing_share')
GROUP BY c.month, c.group_key, c.municipality_code, c.unit, c.weight, m.measure, m.bound;

CREATE OR REPLACE TEMP VIEW own_shares AS
SELECT p.month, p.group_key, p.municipality_code, p.unit, p.weight, p.measure, p.bound, r.inhabitants, p.part / NULLIF(p.whole, 0) AS share
FROM own_parts p JOIN respondents r ON r.month = p.month AND r.municipality_code = p.municipality_code
WHERE 2 * p.units_known >= p.units;

-- A group of one municipality has no spread.
CREATE OR REPLACE TEMP VIEW distribution AS
SELECT
  g.month, g.group_key, g.dimension, g.group_code, g.group_name, g.size_scheme, g.size_class, g.size_name, g.unit, g.weight, b.measure, b.bound,
  count(s.share) AS municipalities,
  percentile_cont(0.25) WITHIN GROUP (ORDER BY s.share) AS q1,
  percentile_cont(0.5) WITHIN GROUP (ORDER BY s.share) AS median,
  percentile_cont(0.75) WITHIN GROUP (ORDER BY s.share) AS q3,
  sum(s.share * s.inhabitants) / NULLIF(sum(s.inhabitants) FILTER (WHERE s.share IS NOT NULL), 0) AS mean
FROM group_sums g JOIN population p ON p.month = g.month AND p.group_key = g.group_key
CROSS JOIN (
  SELECT DISTINCT measure, bound FROM measures WHERE measure IN ('collective_share', 'national_share', 'non_distinguishing_share')
) AS b
LEFT JOIN own_shares s ON s.month = g.month AND s.group_key = g.group_key AND s.unit = g.unit AND s.weight = g.weight
  AND s.measure = b.measure AND s.bound = b.bound
WHERE p.municipalities_frame > 1
GROUP BY
  g.month, g.group_key, g.dimension, g.group_code, g.group_name, g.size_scheme, g.size_class, g.size_name, g.unit, g.weight, b.measure, b.bound;
