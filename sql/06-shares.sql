-- The five shares of each group, each with its lower bound (the headline), the share among the known, and its upper bound. METHOD §3.
-- Reads:
-- Gives: shares (one row per group, unit, weight and measure)

-- Integers until here; this is the one division. A share of nothing is absent. Where an extreme completion leaves nothing below the line
-- (conversion only), the other one decides: all are collective and may or may not be in the potential, or none is.
CREATE OR REPLACE TEMP VIEW shares AS
SELECT
  month, group_key, dimension, group_code, group_name, size_scheme, size_class, size_name, unit, weight, measure,
  COALESCE(least_part / NULLIF(least_whole, 0), most_part / NULLIF(most_whole, 0)) AS lower,
  known_part / NULLIF(known_whole, 0) AS known,
  COALESCE(most_part / NULLIF(most_whole, 0), least_part / NULLIF(least_whole, 0)) AS upper
FROM (
  SELECT
    g.month, g.group_key, g.dimension, g.group_code, g.group_name, g.size_scheme, g.size_class, g.size_name, g.unit, g.weight, m.measure,
    CAST(COALESCE(sum(c.w) FILTER (WHERE m.bound = 'lower' AND m.above), 0) AS BIGINT) AS least_part,
    CAST(COALESCE(sum(c.w) FILTER (WHERE m.bound = 'lower' AND m.below), 0) AS BIGINT) AS least_whole,
    CAST(COALESCE(sum(c.w) FILTER (WHERE m.bound = 'known' AND m.above), 0) AS BIGINT) AS known_part,
    CAST(COALESCE(sum(c.w) FILTER (WHERE m.bound = 'known' AND m.below), 0) AS BIGINT) AS known_whole,
    CAST(COALESCE(sum(c.w) FILTER (WHERE m.bound = 'upper' AND m.above), 0) AS BIGINT) AS most_part,
    CAST(COALESCE(sum(c.w) FILTER (WHERE m.bound = 'upper' AND m.below), 0) AS BIGINT) AS most_whole
  FROM group_sums g
  JOIN classes c ON c.month = g.month AND c.group_key = g.group_key AND c.unit = g.unit AND c.weight = g.weight
  JOIN measures m ON m.level = c.level AND m.distinguishing = c.distinguishing AND m.maybe_strict = c.maybe_strict
  WHERE g.absent_because IS NULL
  GROUP BY
    g.month, g.group_key, g.dimension, g.group_code, g.group_name, g.size_scheme, g.size_class, g.size_name, g.unit, g.weight, m.measure
) AS parts;
