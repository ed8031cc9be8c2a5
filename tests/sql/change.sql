-- Recomputes the national rows of change.parquet from two tables of systems and responses, on another engine and from the method page alone
-- (docs/method.md §4, one basis: the definitions are the same).
--
-- Takes the tables `systems_before`, `systems_now` (place, municipality_code, system_id, product, vendor, level; counted ones only, `place` is
-- the code that a municipality has in the later month) and `answered_before`, `answered_now` (place). Gives one row per measure, bound
-- and set.

WITH
-- The same system: first by its id, then by what it is called. One now, and before at most one of each municipality.
by_id AS (
  SELECT place, system_id,
    count(DISTINCT n.municipality_code) AS there,
    coalesce(min(b.municipality_code) FILTER (WHERE b.municipality_code = place), min(b.municipality_code)) AS first_of
  FROM systems_now n JOIN systems_before b USING (place, system_id)
  GROUP BY ALL
),
left_before AS (
  SELECT b.* FROM systems_before b ANTI JOIN by_id USING (place, system_id)
),
left_now AS (
  SELECT n.* FROM systems_now n ANTI JOIN by_id USING (place, system_id)
),
called_before AS (
  SELECT place, product, vendor, count(*) AS rows, count(DISTINCT municipality_code) AS owners,
    coalesce(min(municipality_code) FILTER (WHERE municipality_code = place), min(municipality_code)) AS first_of
  FROM left_before GROUP BY ALL
),
called_now AS (
  SELECT place, product, vendor, count(*) AS rows, min(system_id) AS system_id FROM left_now GROUP BY ALL
),
by_name AS (
  SELECT b.place, b.product, b.vendor, b.first_of, n.system_id AS id_now
  FROM called_before b JOIN called_now n USING (place, product, vendor)
  WHERE n.rows = 1 AND b.rows = b.owners
),
pairs AS (
  SELECT b.place, b.level AS level_before, n.level AS level_now,
    b.municipality_code <> i.first_of AS joined
  FROM systems_before b JOIN by_id i USING (place, system_id) JOIN systems_now n USING (place, system_id)
  UNION ALL
  SELECT b.place, b.level, n.level, b.municipality_code <> m.first_of
  FROM left_before b JOIN by_name m USING (place, product, vendor)
  JOIN systems_now n ON n.place = m.place AND n.system_id = m.id_now
),
unit AS (
  SELECT place, level_before, CASE WHEN joined THEN NULL ELSE level_now END AS level_now, joined FROM pairs
  UNION ALL
  SELECT place, level, NULL, FALSE FROM left_before ANTI JOIN by_name USING (place, product, vendor)
  UNION ALL
  SELECT place, NULL, level, FALSE FROM left_now
  ANTI JOIN (SELECT place, id_now AS system_id FROM by_name) USING (place, system_id)
),

-- What a measure sees: c counts, l does not, u is unknown, '-' is not there.
measure(measure, rungs) AS (
  VALUES ('collective_share', ['overheidsbreed', 'collectief_gemeentelijk', 'regionaal']),
         ('national_share', ['overheidsbreed', 'collectief_gemeentelijk'])
),
seen AS (
  SELECT measure, place, joined,
    CASE WHEN level_before IS NULL THEN '-' WHEN level_before = 'onbekend' THEN 'u' WHEN level_before IN (FROM (SELECT unnest(rungs))) THEN 'c' ELSE 'l' END AS before,
    CASE WHEN level_now IS NULL THEN '-' WHEN level_now = 'onbekend' THEN 'u' WHEN level_now IN (FROM (SELECT unnest(rungs))) THEN 'c' ELSE 'l' END AS now
  FROM unit CROSS JOIN measure
),
in_set AS (
  SELECT *,
    CASE
      WHEN before = now THEN 'unchanged'
      WHEN joined THEN 'joined_by_merger'
      WHEN before = '-' AND place NOT IN (FROM answered_before) THEN 'started_responding'
      WHEN now = '-' AND place NOT IN (FROM answered_now) THEN 'stopped_responding'
      WHEN before = '-' THEN 'added'
      WHEN now = '-' THEN 'removed'
      WHEN before = 'u' THEN 'became_known'
      WHEN now = 'u' THEN 'became_unknown'
      WHEN now = 'c' THEN 'moved_to_collective'
      ELSE 'moved_from_collective'
    END AS "set"
  FROM seen
),
weighed AS (
  SELECT *,
    CASE bound WHEN 'lower' THEN (before <> '-')::INT ELSE (before IN ('c', 'l'))::INT END AS w0,
    CASE bound WHEN 'lower' THEN (now <> '-')::INT ELSE (now IN ('c', 'l'))::INT END AS w1,
    (before = 'c')::INT AS n0, (now = 'c')::INT AS n1
  FROM in_set CROSS JOIN (VALUES ('lower'), ('known')) AS b(bound)
),
whole AS (
  SELECT measure, bound, sum(n0) / nullif(sum(w0), 0) AS r0, sum(n1) / nullif(sum(w1), 0) AS r1, (sum(w0) + sum(w1)) / 2 AS mean_weight
  FROM weighed GROUP BY ALL
)
SELECT measure, bound, "set",
  count(*)::BIGINT AS systems,
  count(DISTINCT place)::BIGINT AS municipalities,
  sum(n1 - n0)::BIGINT AS part_change,
  sum(w1 - w0)::BIGINT AS whole_change,
  any_value(r0) AS share_before, any_value(r1) AS share_now,
  (sum(n1 - n0) - (any_value(r0) + any_value(r1)) / 2 * sum(w1 - w0)) / any_value(mean_weight) AS contribution
FROM weighed JOIN whole USING (measure, bound)
GROUP BY measure, bound, "set"
