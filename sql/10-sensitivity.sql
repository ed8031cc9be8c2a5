-- The national share under every combination of definitions: how far the headline depends on them. METHOD §3, Sensitivity.
-- Reads:
-- Gives: sensitivity_recomputed (one row per month and combination)

CREATE OR REPLACE TEMP VIEW readings AS
SELECT with_samen_bouwen, with_collectief_contract, uncertain_as_unknown
FROM (VALUES (FALSE), (TRUE)) AS a(with_samen_bouwen)
CROSS JOIN (VALUES (FALSE), (TRUE)) AS b(with_collectief_contract)
CROSS JOIN (VALUES (FALSE), (TRUE)) AS c(uncertain_as_unknown);

-- The rung as a number: 1 and 2 are national, 3 is regional, 4 local, 5 unknown. A wider reading lifts what is local or unknown to the second.
CREATE OR REPLACE TEMP VIEW read_systems AS
SELECT
  month, municipality_code, system_id, cents, users, with_samen_bouwen, with_collectief_contract, uncertain_as_unknown,
  CASE
    WHEN doubted THEN CASE WHEN lifted THEN 2 ELSE 5 END
    WHEN level = 'overheidsbreed' THEN 1
    WHEN level = 'collectief_gemeentelijk' THEN 2
    WHEN level = 'regionaal' THEN 3
    WHEN lifted THEN 2
    WHEN level = 'decentraal' THEN 4
    ELSE 5
  END AS rung
FROM (
  SELECT
    s.month, s.municipality_code, s.system_id, s.cents, s.users, s.level,
    r.with_samen_bouwen, r.with_collectief_contract, r.uncertain_as_unknown,
    r.uncertain_as_unknown AND COALESCE(s.level_certainty = 'uncertain', FALSE) AS doubted,
    r.with_samen_bouwen AND s.samen_bouwen OR r.with_collectief_contract AND s.collectief_contract AS lifted
  FROM counted_systems s CROSS JOIN readings r
) AS s;

-- Cells are formed anew in each reading.
CREATE OR REPLACE TEMP VIEW read_units AS
SELECT
  month, with_samen_bouwen, with_collectief_contract, uncertain_as_unknown, 'systems' AS unit, b.weight, rung, FALSE AS maybe_strict,
  CASE b.weight WHEN 'count' THEN CAST(1 AS BIGINT) WHEN 'cost' THEN cents ELSE users END AS value
FROM read_systems CROSS JOIN (VALUES ('count'), ('cost'), ('users')) AS b(weight)
UNION ALL
SELECT
  month, with_samen_bouwen, with_collectief_contract, uncertain_as_unknown, 'cells', 'count',
  CASE WHEN min(rung) = 4 AND max(rung) = 5 THEN 5 ELSE min(rung) END, min(rung) = 3 AND max(rung) = 5, CAST(1 AS BIGINT)
FROM read_systems JOIN system_components USING (month, municipality_code, system_id)
GROUP BY month, with_samen_bouwen, with_collectief_contract, uncertain_as_unknown, municipality_code, component_id;

CREATE OR REPLACE TEMP VIEW read_sums AS
SELECT
  month, with_samen_bouwen, with_collectief_contract, uncertain_as_unknown, unit, weight, strict,
  count(*) AS units, count(value) AS units_known,
  CASE WHEN 2 * count(value) >= count(*) THEN CAST(NULLIF(sum(value), 0) AS BIGINT) END AS whole,
  CAST(COALESCE(sum(value) FILTER (WHERE rung <= CASE WHEN strict THEN 2 ELSE 3 END), 0) AS BIGINT) AS yes,
  CAST(COALESCE(sum(value) FILTER (WHERE rung = 5 OR strict AND maybe_strict), 0) AS BIGINT) AS unknown
FROM read_units CROSS JOIN (VALUES (FALSE), (TRUE)) AS s(strict)
GROUP BY month, with_samen_bouwen, with_collectief_contract, uncertain_as_unknown, unit, weight, strict;

CREATE OR REPLACE TEMP VIEW sensitivity_recomputed AS
SELECT
  t.month, u.unit, b.weight, s.strict, r.with_samen_bouwen, r.with_collectief_contract, r.uncertain_as_unknown, e.target_exclusive,
  u.unit = 'systems' AND b.weight = 'count' AND NOT s.strict AND NOT r.with_samen_bouwen AND NOT r.with_collectief_contract
    AND NOT r.uncertain_as_unknown AND e.target_exclusive AS is_headline,
  CASE WHEN u.unit = 'cells' AND b.weight <> 'count' THEN 'not_defined' WHEN x.units IS NULL THEN 'no_units' WHEN x.whole IS NULL THEN 'incomplete' END
    AS absent_because,
  COALESCE(x.units, 0) AS units, COALESCE(x.units_known, 0) AS units_known,
  x.yes / x.whole AS share_lower, x.yes / NULLIF(x.whole - x.unknown, 0) AS share_known, (x.yes + x.unknown) / x.whole AS share_upper,
  CASE WHEN e.target_exclusive THEN CAST(x.yes AS DECIMAL(20, 0)) * 100 > CAST(x.whole AS DECIMAL(20, 0)) * t.target_percent
       ELSE CAST(x.yes AS DECIMAL(20, 0)) * 100 >= CAST(x.whole AS DECIMAL(20, 0)) * t.target_percent END AS target_reached_lower,
  CASE WHEN e.target_exclusive THEN CAST(x.yes + x.unknown AS DECIMAL(20, 0)) * 100 > CAST(x.whole AS DECIMAL(20, 0)) * t.target_percent
       ELSE CAST(x.yes + x.unknown AS DECIMAL(20, 0)) * 100 >= CAST(x.whole AS DECIMAL(20, 0)) * t.target_percent END AS target_reached_upper
FROM target_setting t
CROSS JOIN readings r
CROSS JOIN (VALUES ('systems'), ('cells')) AS u(unit)
CROSS JOIN (VALUES ('count'), ('cost'), ('users')) AS b(weight)
CROSS JOIN (VALUES (FALSE), (TRUE)) AS s(strict)
CROSS JOIN (VALUES (FALSE), (TRUE)) AS e(target_exclusive)
LEFT JOIN read_sums x
  ON x.month = t.month AND x.with_samen_bouwen = r.with_samen_bouwen AND x.with_collectief_contract = r.with_collectief_contract
  AND x.uncertain_as_unknown = r.uncertain_as_unknown AND x.unit = u.unit AND x.weight = b.weight AND x.strict = s.strict;
