-- Which unit is in which groups: of municipalities with all that they have, and of systems wherever they are. METHOD §3, Groups.
-- Reads: group_members, component_groups
-- Gives: members (municipality in group), unit_groups (unit in group), groups_made (each group once), classes (per group and municipality,
--        the units of each kind and their weight: all sums that follow are of these)

-- One text names a group, for a size class may be absent, and absent is equal to nothing in a join.
CREATE OR REPLACE TEMP VIEW members AS
SELECT
  month, municipality_code, dimension, group_code, group_name, size_scheme, size_class, size_name,
  concat(dimension, '/', group_code, '/', COALESCE(size_scheme, ''), '/', COALESCE(CAST(size_class AS STRING), '')) AS group_key
FROM group_members;

CREATE OR REPLACE TEMP VIEW unit_components AS
SELECT s.month, s.municipality_code, 'systems' AS unit, s.system_id AS unit_id, c.component_id
FROM counted_systems s LEFT JOIN system_components c
  ON c.month = s.month AND c.municipality_code = s.municipality_code AND c.system_id = s.system_id
UNION ALL
SELECT month, municipality_code, 'cells', component_id, component_id FROM cells;

-- A system of several components is in the groups of each, once. Outside a focus is only what is not within it.
CREATE OR REPLACE TEMP VIEW unit_places AS
SELECT DISTINCT u.month, u.municipality_code, u.unit, u.unit_id, g.dimension, g.group_code, g.group_name
FROM unit_components u JOIN component_groups g ON g.month = u.month AND g.component_id IS NOT DISTINCT FROM u.component_id;

CREATE OR REPLACE TEMP VIEW unit_groups AS
SELECT p.month, p.municipality_code, p.unit, p.unit_id, p.dimension, p.group_code, p.group_name,
  concat(p.dimension, '/', p.group_code, '//') AS group_key
FROM unit_places p
WHERE p.dimension <> 'focus' OR NOT EXISTS (
  SELECT 1 FROM unit_places w
  WHERE w.month = p.month AND w.municipality_code = p.municipality_code AND w.unit = p.unit AND w.unit_id = p.unit_id
    AND w.dimension = 'focus' AND p.group_code LIKE '%.buiten' AND w.group_code = replace(p.group_code, '.buiten', '.binnen'));

-- A group of systems is there when it has one.
CREATE OR REPLACE TEMP VIEW groups_made AS
SELECT DISTINCT month, group_key, dimension, group_code, group_name, size_scheme, size_class, size_name FROM members
UNION ALL
SELECT DISTINCT month, group_key, dimension, group_code, group_name, NULL, NULL, NULL FROM unit_groups;

CREATE OR REPLACE TEMP VIEW municipality_classes AS
SELECT
  month, municipality_code, unit, weight, level, maybe_strict, distinguishing,
  samen_denken, samen_bouwen, samen_exploiteren, collectief_contract,
  count(*) AS units, count(value) AS units_known, count(*) FILTER (WHERE carried) AS units_carried, CAST(sum(value) AS BIGINT) AS w
FROM weighed_units
GROUP BY
  month, municipality_code, unit, weight, level, maybe_strict, distinguishing,
  samen_denken, samen_bouwen, samen_exploiteren, collectief_contract;

CREATE OR REPLACE TEMP VIEW classes AS
SELECT
  m.group_key, c.month, c.municipality_code, c.unit, c.weight, c.level, c.maybe_strict, c.distinguishing,
  c.samen_denken, c.samen_bouwen, c.samen_exploiteren, c.collectief_contract, c.units, c.units_known, c.units_carried, c.w
FROM municipality_classes c JOIN members m ON m.month = c.month AND m.municipality_code = c.municipality_code
UNION ALL
SELECT
  g.group_key, u.month, u.municipality_code, u.unit, u.weight, u.level, u.maybe_strict, u.distinguishing,
  u.samen_denken, u.samen_bouwen, u.samen_exploiteren, u.collectief_contract,
  count(*), count(u.value), count(*) FILTER (WHERE u.carried), CAST(sum(u.value) AS BIGINT)
FROM weighed_units u
JOIN unit_groups g ON g.month = u.month AND g.municipality_code = u.municipality_code AND g.unit = u.unit AND g.unit_id = u.unit_id
GROUP BY
  g.group_key, u.month, u.municipality_code, u.unit, u.weight, u.level, u.maybe_strict, u.distinguishing,
  u.samen_denken, u.samen_bouwen, u.samen_exploiteren, u.collectief_contract;
