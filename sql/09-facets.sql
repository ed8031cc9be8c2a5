-- Thinking, building and running together, and joint contracts, apart from the level (R43). METHOD §3, Facets.
-- Reads:
-- Gives: facets (one row per group, unit and weight)

CREATE OR REPLACE TEMP VIEW facet_sums AS
SELECT
  month, group_key, unit, weight,
  sum(w) FILTER (WHERE samen_denken) AS w_samen_denken,
  sum(w) FILTER (WHERE samen_bouwen) AS w_samen_bouwen,
  sum(w) FILTER (WHERE samen_exploiteren) AS w_samen_exploiteren,
  sum(w) FILTER (WHERE collectief_contract) AS w_collectief_contract,
  sum(w) FILTER (WHERE level = 'decentraal' AND samen_bouwen) AS w_decentraal_samen_bouwen,
  sum(w) FILTER (WHERE level = 'decentraal' AND collectief_contract) AS w_decentraal_collectief_contract,
  sum(w) FILTER (WHERE level = 'decentraal' AND samen_bouwen AND collectief_contract) AS w_decentraal_samen_bouwen_en_collectief_contract
FROM classes
GROUP BY month, group_key, unit, weight;

CREATE OR REPLACE TEMP VIEW facets AS
SELECT
  g.month, g.group_key, g.dimension, g.group_code, g.group_name, g.size_scheme, g.size_class, g.size_name, g.unit, g.weight,
  CAST(COALESCE(f.w_samen_denken, 0) AS BIGINT) AS w_samen_denken,
  CAST(COALESCE(f.w_samen_bouwen, 0) AS BIGINT) AS w_samen_bouwen,
  CAST(COALESCE(f.w_samen_exploiteren, 0) AS BIGINT) AS w_samen_exploiteren,
  CAST(COALESCE(f.w_collectief_contract, 0) AS BIGINT) AS w_collectief_contract,
  CAST(COALESCE(f.w_decentraal_samen_bouwen, 0) AS BIGINT) AS w_decentraal_samen_bouwen,
  CAST(COALESCE(f.w_decentraal_collectief_contract, 0) AS BIGINT) AS w_decentraal_collectief_contract,
  CAST(COALESCE(f.w_decentraal_samen_bouwen_en_collectief_contract, 0) AS BIGINT) AS w_decentraal_samen_bouwen_en_collectief_contract
FROM group_sums g
LEFT JOIN facet_sums f ON f.month = g.month AND f.group_key = g.group_key AND f.unit = g.unit AND f.weight = g.weight
WHERE g.absent_because IS DISTINCT FROM 'incomplete';
