-- What is counted: systems in use, and cells (municipality by reference component). METHOD §1, §2.
-- Reads: systems, response, component_groups
-- Gives: counted_systems, system_components, cells, units (one row per system or cell), weighed_units (the same in each weight)

-- In use: in production or being phased out; without a status an inventory is read as a list of what is in use. Only of who answered
-- itself. A cost above ten thousand million euro, or a thousand million users, is a mistake and so not known. Money is in cents.
CREATE OR REPLACE TEMP VIEW counted_systems AS
SELECT
  month, municipality_code, system_id, component_ids, level, level_certainty, distinguishing,
  carried_from IS NOT NULL AS carried,
  array_contains(facets, 'samen_denken') AS samen_denken,
  array_contains(facets, 'samen_bouwen') AS samen_bouwen,
  array_contains(facets, 'samen_exploiteren') AS samen_exploiteren,
  array_contains(facets, 'collectief_contract') AS collectief_contract,
  CASE WHEN cost_eur BETWEEN 0 AND 10000000000 THEN CAST(round(cost_eur * 100) AS BIGINT) END AS cents,
  CASE WHEN users <= 1000000000 THEN users END AS users
FROM systems s
WHERE role = 'system' AND (status IS NULL OR status IN ('in_productie', 'uit_te_faseren'))
  AND EXISTS (
    SELECT 1 FROM response r
    WHERE r.month = s.month AND r.municipality_code = s.municipality_code AND r.response IN ('responded', 'partial', 'carried_forward'));

-- Each component of a system is a row. The engines unnest a list each in its own way, so the list is looked into instead.
CREATE OR REPLACE TEMP VIEW system_components AS
SELECT s.month, s.municipality_code, s.system_id, c.component_id
FROM counted_systems s
JOIN component_groups c ON c.month = s.month AND c.dimension = 'referentiecomponent' AND array_contains(s.component_ids, c.component_id);

-- A cell takes the highest rung among its systems. An unknown system may stand on any rung: below a national one it changes nothing,
-- beside a regional one only the strict share is open (maybe_strict), beside decentral ones the rung itself is. On the other axis it takes
-- the value on which all known ones agree. A part of an inventory may be carried forward beside a newer part, and a partnership's list beside
-- that of a member: such a cell is known today, and so of an earlier month only when all its systems are.
CREATE OR REPLACE TEMP VIEW cells AS
SELECT
  month, municipality_code, component_id,
  CASE
    WHEN bool_or(level = 'overheidsbreed') THEN 'overheidsbreed'
    WHEN bool_or(level = 'collectief_gemeentelijk') THEN 'collectief_gemeentelijk'
    WHEN bool_or(level = 'regionaal') THEN 'regionaal'
    WHEN bool_or(level = 'onbekend') THEN 'onbekend'
    ELSE 'decentraal'
  END AS level,
  bool_or(level = 'regionaal') AND bool_or(level = 'onbekend')
    AND NOT bool_or(level IN ('overheidsbreed', 'collectief_gemeentelijk')) AS maybe_strict,
  CASE
    WHEN bool_or(distinguishing = 'onderscheidend') AND bool_or(distinguishing = 'niet_onderscheidend') THEN 'onbekend'
    WHEN bool_or(distinguishing = 'onderscheidend') THEN 'onderscheidend'
    WHEN bool_or(distinguishing = 'niet_onderscheidend') THEN 'niet_onderscheidend'
    ELSE 'onbekend'
  END AS distinguishing,
  bool_and(carried) AS carried,
  bool_or(samen_denken) AS samen_denken,
  bool_or(samen_bouwen) AS samen_bouwen,
  bool_or(samen_exploiteren) AS samen_exploiteren,
  bool_or(collectief_contract) AS collectief_contract
FROM system_components JOIN counted_systems USING (month, municipality_code, system_id)
GROUP BY month, municipality_code, component_id;

CREATE OR REPLACE TEMP VIEW units AS
SELECT
  month, municipality_code, 'systems' AS unit, system_id AS unit_id, level, FALSE AS maybe_strict, distinguishing, carried,
  samen_denken, samen_bouwen, samen_exploiteren, collectief_contract, cents, users
FROM counted_systems
UNION ALL
SELECT
  month, municipality_code, 'cells', component_id, level, maybe_strict, distinguishing, carried,
  samen_denken, samen_bouwen, samen_exploiteren, collectief_contract, NULL, NULL
FROM cells;

-- A weight that no inventory gives is NULL, and no sum has it. Cells are only counted.
CREATE OR REPLACE TEMP VIEW weighed_units AS
SELECT units.*, 'count' AS weight, CAST(1 AS BIGINT) AS value FROM units
UNION ALL
SELECT units.*, 'cost', cents FROM units WHERE unit = 'systems'
UNION ALL
SELECT units.*, 'users', users FROM units WHERE unit = 'systems';
