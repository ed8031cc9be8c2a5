-- Recomputes sensitivity.parquet from systems.parquet and response.parquet: the nation under every combination of definitions (§3).
-- Takes the views that coverage.sql takes. A wider reading lifts what is local or unknown to the second rung; cells follow from that.

WITH
reading AS (
  FROM (VALUES (FALSE), (TRUE)) AS a(with_samen_bouwen), (VALUES (FALSE), (TRUE)) AS b(with_collectief_contract),
       (VALUES (FALSE), (TRUE)) AS c(uncertain_as_unknown)
),
answered AS (SELECT municipality_code FROM response WHERE response IN ('responded', 'partial', 'carried_forward')),
counted AS (
  SELECT *, CASE WHEN uncertain_as_unknown AND level_certainty = 'uncertain' THEN 'onbekend' ELSE level END AS read_level,
         (with_samen_bouwen AND COALESCE(list_contains(facets, 'samen_bouwen'), FALSE))
         OR (with_collectief_contract AND COALESCE(list_contains(facets, 'collectief_contract'), FALSE)) AS lifted
  FROM reading CROSS JOIN (FROM systems SEMI JOIN answered USING (municipality_code))
  WHERE role = 'system' AND (status IS NULL OR status IN ('in_productie', 'uit_te_faseren'))
),
-- The rung as a number: 1 and 2 are national, 3 is regional, 4 local, 5 unknown.
ranked AS (
  SELECT *, CASE read_level WHEN 'overheidsbreed' THEN 1 WHEN 'collectief_gemeentelijk' THEN 2 WHEN 'regionaal' THEN 3
                 ELSE CASE WHEN lifted THEN 2 WHEN read_level = 'decentraal' THEN 4 ELSE 5 END END AS rung
  FROM counted
),
cell AS (
  SELECT with_samen_bouwen, with_collectief_contract, uncertain_as_unknown,
         CASE WHEN min(rung) = 4 AND max(rung) = 5 THEN 5 ELSE min(rung) END AS rung, min(rung) = 3 AND max(rung) = 5 AS maybe_strict
  FROM (SELECT *, unnest(component_ids) AS component FROM ranked)
  GROUP BY with_samen_bouwen, with_collectief_contract, uncertain_as_unknown, municipality_code, component
),
weighed AS (
  SELECT with_samen_bouwen, with_collectief_contract, uncertain_as_unknown, 'systems' AS unit, weight, rung, FALSE AS maybe_strict,
         CASE weight WHEN 'count' THEN 1
                     WHEN 'cost' THEN CASE WHEN cost_eur BETWEEN 0 AND 1e10 THEN round(cost_eur * 100)::BIGINT END
                     ELSE CASE WHEN users <= 1000000000 THEN users END END AS value
  FROM ranked CROSS JOIN (VALUES ('count'), ('cost'), ('users')) AS w(weight)
  UNION ALL
  SELECT with_samen_bouwen, with_collectief_contract, uncertain_as_unknown, 'cells', 'count', rung, maybe_strict, 1 FROM cell
),
summed AS (
  SELECT with_samen_bouwen, with_collectief_contract, uncertain_as_unknown, unit, weight, strict,
         count(*) AS units, count(value) AS units_known,
         CASE WHEN 2 * count(value) >= count(*) THEN NULLIF(sum(value), 0) END AS whole,
         COALESCE(sum(value) FILTER (WHERE rung <= CASE WHEN strict THEN 2 ELSE 3 END), 0) AS yes,
         COALESCE(sum(value) FILTER (WHERE rung = 5 OR (strict AND maybe_strict)), 0) AS unknown
  FROM weighed CROSS JOIN (VALUES (FALSE), (TRUE)) AS s(strict)
  GROUP BY ALL
)
SELECT
  unit, weight, strict, with_samen_bouwen, with_collectief_contract, uncertain_as_unknown, target_exclusive,
  unit = 'systems' AND weight = 'count' AND NOT strict AND NOT with_samen_bouwen AND NOT with_collectief_contract AND NOT uncertain_as_unknown
    AND target_exclusive AS is_headline,
  CASE WHEN unit = 'cells' AND weight <> 'count' THEN 'not_defined' WHEN units IS NULL THEN 'no_units' WHEN whole IS NULL THEN 'incomplete' END
    AS absent_because,
  COALESCE(units, 0) AS units, COALESCE(units_known, 0) AS units_known,
  yes / whole AS share_lower, yes / NULLIF(whole - unknown, 0) AS share_known, (yes + unknown) / whole AS share_upper,
  CASE WHEN target_exclusive THEN 100 * yes::HUGEINT > percent * whole ELSE 100 * yes::HUGEINT >= percent * whole END AS target_reached_lower,
  CASE WHEN target_exclusive THEN 100 * (yes + unknown)::HUGEINT > percent * whole ELSE 100 * (yes + unknown)::HUGEINT >= percent * whole END
    AS target_reached_upper
FROM reading
CROSS JOIN (VALUES ('systems'), ('cells')) AS u(unit)
CROSS JOIN (VALUES ('count'), ('cost'), ('users')) AS w(weight)
CROSS JOIN (VALUES (FALSE), (TRUE)) AS s(strict)
CROSS JOIN (VALUES (FALSE), (TRUE)) AS e(target_exclusive)
LEFT JOIN summed USING (with_samen_bouwen, with_collectief_contract, uncertain_as_unknown, unit, weight, strict)
CROSS JOIN target
