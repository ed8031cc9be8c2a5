-- How far each group is from the target (R1), and whether its potential allows it (R5). METHOD §3, Target.
-- Reads: coverage
-- Gives: target_setting (the percentage of each month, and whether it takes more than that), target (one row per group, unit and weight)

CREATE OR REPLACE TEMP VIEW target_setting AS
SELECT DISTINCT month, target_percent, target_exclusive FROM coverage;

-- The least weight that meets it, in whole numbers and never in shares: of 13 systems more than 80% is 11.
CREATE OR REPLACE TEMP VIEW target_weight AS
SELECT
  w.month, w.group_key, w.dimension, w.group_code, w.group_name, w.size_scheme, w.size_class, w.size_name, w.unit, w.weight,
  t.target_percent, t.target_exclusive, CASE WHEN w.absent_because IS NULL THEN w.w_total END AS whole, w.w_broad AS least, w.w_broad + w.w_level_unknown AS most,
  w.w_non_distinguishing AS least_potential, w.w_total - w.w_distinguishing AS most_potential,
  CASE WHEN w.absent_because IS NOT NULL THEN NULL
       WHEN t.target_exclusive THEN CAST(floor(CAST(w.w_total AS DECIMAL(20, 0)) * t.target_percent * 0.01) + 1 AS BIGINT)
       ELSE CAST(ceil(CAST(w.w_total AS DECIMAL(20, 0)) * t.target_percent * 0.01) AS BIGINT) END AS wanted
FROM weights w JOIN target_setting t ON t.month = w.month;

CREATE OR REPLACE TEMP VIEW target AS
SELECT
  month, group_key, dimension, group_code, group_name, size_scheme, size_class, size_name, unit, weight, target_percent, target_exclusive,
  least >= wanted AS target_reached_lower,
  (target_percent * whole - 100 * least) / whole AS target_distance_points_lower,
  CASE WHEN wanted > least THEN wanted - least WHEN wanted <= least THEN 0 END AS target_distance_weight_lower,
  most >= wanted AS target_reached_upper,
  (target_percent * whole - 100 * most) / whole AS target_distance_points_upper,
  CASE WHEN wanted > most THEN wanted - most WHEN wanted <= most THEN 0 END AS target_distance_weight_upper,
  most_potential < wanted AS target_out_of_reach,
  least_potential < wanted AS target_maybe_out_of_reach
FROM target_weight;
