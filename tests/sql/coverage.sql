-- Recomputes coverage.parquet from systems.parquet and response.parquet, on another engine and from the definitions alone.
--
-- Written from the method page, not from the program: what the program gets wrong, this must not get wrong in the same way.
-- Takes the views `systems` and `response`, and what `check.py` reads from the reference tables for the month: `region`
-- (municipality_code, scheme, code, name), `size` (scheme, class, name, lower, upper), `partnership` (municipality_code, code, name),
-- `component` (gemma_id, name, domain), `focus` (focus, gemma_id), `target` (percent, exclusive). Gives one row per group, unit and
-- weight, with the names of the published columns.
--
-- An unknown is SQL's NULL here, so that three-valued logic finds the bounds: `x IS TRUE` counts what is so whatever the unknowns
-- are, `x IS NOT FALSE` what may yet be so. A weight that no inventory gives is NULL too, and no sum has it.

WITH
-- Who answered itself. What only a partnership says of a municipality is no inventory of it (§1).
answered AS (
  SELECT municipality_code FROM response WHERE response IN ('responded', 'partial', 'carried_forward')
),

-- In use: in production or being phased out; without a status an inventory is read as a list of what is in use (§1).
-- A cost above ten thousand million euro, or a thousand million users, is a mistake and so not known (§3).
counted AS (
  SELECT municipality_code, COALESCE(list_distinct(component_ids), []) AS component_ids, level, distinguishing, carried_from IS NOT NULL AS carried,
         COALESCE(facets, []) AS facets,
         CASE WHEN cost_eur BETWEEN 0 AND 1e10 THEN round(cost_eur * 100)::BIGINT END AS cents,
         CASE WHEN users <= 1000000000 THEN users END AS users
  FROM systems SEMI JOIN answered USING (municipality_code)
  WHERE role = 'system' AND (status IS NULL OR status IN ('in_productie', 'uit_te_faseren'))
),

-- One row per municipality, reference component and system.
in_cells AS (SELECT municipality_code, unnest(component_ids) AS component, level, distinguishing, carried, facets FROM counted),

-- A cell takes the highest rung among its systems (§1). An unknown system may stand on any rung: below a national one it changes
-- nothing, beside a regional one only the strict share is open, beside decentral ones the rung itself is.
cell AS (
  SELECT
    municipality_code, component,
    CASE
      WHEN bool_or(level = 'overheidsbreed') THEN 'overheidsbreed'
      WHEN bool_or(level = 'collectief_gemeentelijk') THEN 'collectief_gemeentelijk'
      WHEN bool_or(level = 'regionaal') THEN 'regionaal'
      WHEN bool_or(level = 'onbekend') THEN 'onbekend'
      ELSE 'decentraal'
    END AS level,
    bool_or(level = 'onbekend') AS has_unknown,
    CASE
      WHEN bool_or(distinguishing = 'onderscheidend') AND bool_or(distinguishing = 'niet_onderscheidend') THEN 'onbekend'
      WHEN bool_or(distinguishing = 'onderscheidend') THEN 'onderscheidend'
      WHEN bool_or(distinguishing = 'niet_onderscheidend') THEN 'niet_onderscheidend'
      ELSE 'onbekend'
    END AS distinguishing,
    bool_and(carried) AS carried,
    list_distinct(flatten(list(facets))) AS facets
  FROM in_cells
  GROUP BY municipality_code, component
),

either AS (
  SELECT 'systems' AS unit, municipality_code, component_ids, level, distinguishing, FALSE AS maybe_strict, carried, facets, cents, users FROM counted
  UNION ALL
  SELECT 'cells', municipality_code, [component], level, distinguishing, level = 'regionaal' AND has_unknown, carried, facets, NULL, NULL FROM cell
),

unit AS (SELECT row_number() OVER () AS id, * FROM either),

-- What is true of a unit: yes, no, or not known.
judged AS (
  SELECT
    *,
    CASE level WHEN 'onbekend' THEN NULL WHEN 'decentraal' THEN FALSE ELSE TRUE END AS collective,
    CASE WHEN level = 'onbekend' OR maybe_strict THEN NULL ELSE level IN ('overheidsbreed', 'collectief_gemeentelijk') END AS national,
    CASE distinguishing WHEN 'niet_onderscheidend' THEN TRUE WHEN 'onderscheidend' THEN FALSE END AS same_everywhere
  FROM unit
),

-- Conversion has unknowns above and below the line. A unit that is the same everywhere adds to both when it is collective and
-- only below when it is not. So the least value lets in the undecided that are not collective, and the greatest those that are.
completed AS (
  SELECT
    *,
    COALESCE(collective, FALSE) AS low_collective,
    COALESCE(same_everywhere, NOT COALESCE(collective, FALSE)) AS low_same,
    COALESCE(collective, TRUE) AS high_collective,
    COALESCE(same_everywhere, COALESCE(collective, TRUE)) AS high_same
  FROM judged
),

-- Each unit in each weight. Cells are only counted.
weighed AS (
  SELECT *, 'count' AS weight, 1::BIGINT AS value FROM completed
  UNION ALL
  SELECT *, 'cost', cents FROM completed WHERE unit = 'systems'
  UNION ALL
  SELECT *, 'users', users FROM completed WHERE unit = 'systems'
),

-- The groups of systems that a unit is in; without dimension stands the municipality with all that it has.
of_unit AS (
  SELECT id, unnest(component_ids) AS gemma_id FROM unit
),
placed AS (
  SELECT id, NULL AS dimension, NULL AS group_code, NULL AS group_name FROM unit
  UNION ALL
  SELECT DISTINCT id, 'referentiecomponent', gemma_id, name FROM of_unit JOIN component USING (gemma_id)
  UNION ALL
  SELECT DISTINCT id, 'domein', domain, domain FROM of_unit JOIN component USING (gemma_id)
  UNION ALL
  SELECT id, unnest(['referentiecomponent', 'domein']), 'onbekend', 'zonder referentiecomponent' FROM unit WHERE len(component_ids) = 0
  UNION ALL
  SELECT id, 'focus', focus || '.' || part, part || ' ' || focus
  FROM (SELECT id, focus, CASE WHEN len(component_ids) = 0 THEN 'onbekend' WHEN list_has_any(component_ids, ids) THEN 'binnen' ELSE 'buiten' END AS part
        FROM unit CROSS JOIN (SELECT focus, list(gemma_id) AS ids FROM focus GROUP BY focus))
),

part AS (
  SELECT
    dimension, group_code, group_name, municipality_code, unit, weight,
    count(*) AS units, count(value) AS units_known, count(*) FILTER (WHERE carried) AS units_carried,
    sum(value) AS w_total,
    sum(value) FILTER (WHERE collective) AS w_broad,
    sum(value) FILTER (WHERE national) AS w_strict,
    sum(value) FILTER (WHERE collective IS NULL) AS w_level_unknown,
    sum(value) FILTER (WHERE maybe_strict) AS w_maybe_strict,
    sum(value) FILTER (WHERE same_everywhere) AS w_non_distinguishing,
    sum(value) FILTER (WHERE NOT same_everywhere) AS w_distinguishing,
    sum(value) FILTER (WHERE same_everywhere IS NULL) AS w_distinguishing_unknown,
    sum(value) FILTER (WHERE level = 'overheidsbreed' AND distinguishing = 'niet_onderscheidend') AS w_overheidsbreed_niet_onderscheidend,
    sum(value) FILTER (WHERE level = 'overheidsbreed' AND distinguishing = 'onderscheidend') AS w_overheidsbreed_onderscheidend,
    sum(value) FILTER (WHERE level = 'overheidsbreed' AND distinguishing = 'onbekend') AS w_overheidsbreed_onbekend,
    sum(value) FILTER (WHERE level = 'collectief_gemeentelijk' AND distinguishing = 'niet_onderscheidend') AS w_collectief_gemeentelijk_niet_onderscheidend,
    sum(value) FILTER (WHERE level = 'collectief_gemeentelijk' AND distinguishing = 'onderscheidend') AS w_collectief_gemeentelijk_onderscheidend,
    sum(value) FILTER (WHERE level = 'collectief_gemeentelijk' AND distinguishing = 'onbekend') AS w_collectief_gemeentelijk_onbekend,
    sum(value) FILTER (WHERE level = 'regionaal' AND distinguishing = 'niet_onderscheidend') AS w_regionaal_niet_onderscheidend,
    sum(value) FILTER (WHERE level = 'regionaal' AND distinguishing = 'onderscheidend') AS w_regionaal_onderscheidend,
    sum(value) FILTER (WHERE level = 'regionaal' AND distinguishing = 'onbekend') AS w_regionaal_onbekend,
    sum(value) FILTER (WHERE level = 'decentraal' AND distinguishing = 'niet_onderscheidend') AS w_decentraal_niet_onderscheidend,
    sum(value) FILTER (WHERE level = 'decentraal' AND distinguishing = 'onderscheidend') AS w_decentraal_onderscheidend,
    sum(value) FILTER (WHERE level = 'decentraal' AND distinguishing = 'onbekend') AS w_decentraal_onbekend,
    sum(value) FILTER (WHERE level = 'onbekend' AND distinguishing = 'niet_onderscheidend') AS w_onbekend_niet_onderscheidend,
    sum(value) FILTER (WHERE level = 'onbekend' AND distinguishing = 'onderscheidend') AS w_onbekend_onderscheidend,
    sum(value) FILTER (WHERE level = 'onbekend' AND distinguishing = 'onbekend') AS w_onbekend_onbekend,
    sum(value) FILTER (WHERE list_contains(facets, 'samen_denken')) AS w_samen_denken,
    sum(value) FILTER (WHERE list_contains(facets, 'samen_bouwen')) AS w_samen_bouwen,
    sum(value) FILTER (WHERE list_contains(facets, 'samen_exploiteren')) AS w_samen_exploiteren,
    sum(value) FILTER (WHERE list_contains(facets, 'collectief_contract')) AS w_collectief_contract,
    sum(value) FILTER (WHERE level = 'decentraal' AND list_contains(facets, 'samen_bouwen')) AS w_decentraal_samen_bouwen,
    sum(value) FILTER (WHERE level = 'decentraal' AND list_contains(facets, 'collectief_contract')) AS w_decentraal_collectief_contract,
    sum(value) FILTER (WHERE level = 'decentraal' AND list_has_all(facets, ['samen_bouwen', 'collectief_contract']))
      AS w_decentraal_samen_bouwen_en_collectief_contract,
    sum(value) FILTER (WHERE national IS NOT FALSE) AS maybe_national,
    sum(value) FILTER (WHERE national IS NOT NULL) AS national_known,
    sum(value) FILTER (WHERE same_everywhere AND collective) AS converted,
    sum(value) FILTER (WHERE same_everywhere AND collective IS NOT NULL) AS convertible_known,
    sum(value) FILTER (WHERE low_same AND low_collective) AS converted_low,
    sum(value) FILTER (WHERE low_same) AS convertible_low,
    sum(value) FILTER (WHERE high_same AND high_collective) AS converted_high,
    sum(value) FILTER (WHERE high_same) AS convertible_high,
    sum(value) FILTER (WHERE (NOT same_everywhere AND collective) IS TRUE) AS distinct_collective,
    sum(value) FILTER (WHERE (NOT same_everywhere AND collective) IS NOT FALSE) AS distinct_collective_maybe,
    sum(value) FILTER (WHERE (NOT same_everywhere AND collective) IS NOT NULL) AS distinct_collective_known
  FROM weighed JOIN placed USING (id)
  GROUP BY ALL
),

-- Groups of municipalities: regions, partnerships, each by itself, and sizes of the nation and of regions. Provinces are crossed with
-- every scheme of sizes, other regions with the roll-ups of it (§3).
place AS (
  SELECT 'land' AS dimension, 'NL' AS group_code, 'Nederland' AS group_name, municipality_code FROM response
  UNION ALL
  SELECT 'provincie', province_code, province, municipality_code FROM response
  UNION ALL
  SELECT scheme, code, name, municipality_code FROM region SEMI JOIN response USING (municipality_code)
),
sized AS (
  SELECT municipality_code, scheme AS size_scheme, class AS size_class, name AS size_name
  FROM response JOIN size ON inhabitants >= lower AND (upper IS NULL OR inhabitants < upper)
),
partner AS (
  SELECT 'samenwerkingsverband' AS dimension, code AS group_code, name AS group_name, municipality_code
  FROM partnership SEMI JOIN response USING (municipality_code)
  QUALIFY count(*) OVER (PARTITION BY code) > 1
),
member AS (
  SELECT *, NULL AS size_scheme, NULL::BIGINT AS size_class, NULL AS size_name FROM place
  UNION ALL
  SELECT *, NULL, NULL, NULL FROM partner
  UNION ALL
  SELECT 'gemeente', municipality_code, municipality, municipality_code, NULL, NULL, NULL FROM response
  UNION ALL
  SELECT place.*, size_scheme, size_class, size_name FROM place JOIN sized USING (municipality_code)
  WHERE dimension IN ('land', 'provincie') OR size_scheme <> 'cbs8'
),

person AS (
  SELECT municipality_code, inhabitants, response IN ('responded', 'partial', 'carried_forward') AS has_inventory, carried_from,
         CASE WHEN carried_from IS NULL THEN 0
              ELSE date_diff('month', strptime(carried_from, '%Y-%m'), strptime(month, '%Y-%m')) END AS months_old
  FROM response
),
population AS (
  SELECT
    dimension, group_code, group_name, size_scheme, size_class, size_name,
    count(*) FILTER (WHERE has_inventory) AS municipalities,
    count(*) FILTER (WHERE has_inventory AND carried_from IS NOT NULL) AS municipalities_carried,
    count(*) AS municipalities_frame,
    COALESCE(sum(inhabitants) FILTER (WHERE has_inventory), 0)::BIGINT AS inhabitants,
    COALESCE(sum(inhabitants) FILTER (WHERE has_inventory AND carried_from IS NOT NULL), 0)::BIGINT AS inhabitants_carried,
    COALESCE(sum(inhabitants), 0)::BIGINT AS inhabitants_frame,
    quantile_cont(months_old::DOUBLE, 0.5) FILTER (WHERE has_inventory) AS months_old_median,
    max(months_old) FILTER (WHERE has_inventory) AS months_old_most
  FROM member JOIN person USING (municipality_code)
  GROUP BY ALL
),
all_groups AS (
  FROM population
  UNION ALL
  SELECT p.dimension, p.group_code, p.group_name, NULL, NULL, NULL, n.* EXCLUDE (dimension, group_code, group_name, size_scheme, size_class, size_name)
  FROM (SELECT DISTINCT dimension, group_code, group_name FROM part WHERE dimension IS NOT NULL) p
  CROSS JOIN (FROM population WHERE dimension = 'land' AND size_scheme IS NULL) n
),

-- The parts of each group, one for each municipality that has a unit of it.
own AS (
  SELECT m.dimension, m.group_code, m.size_scheme, m.size_class, p.* EXCLUDE (dimension, group_code, group_name)
  FROM member m JOIN part p USING (municipality_code) WHERE p.dimension IS NULL
  UNION ALL
  SELECT dimension, group_code, NULL, NULL, * EXCLUDE (dimension, group_code, group_name) FROM part WHERE dimension IS NOT NULL
),
summed AS (
  SELECT dimension, group_code, size_scheme, size_class, unit, weight, count(*) AS municipalities_counted,
         sum(COLUMNS('^(units|w_|maybe_national|national_known|conver|distinct_).*'))::BIGINT AS '\0'
  FROM own
  GROUP BY ALL
),

-- The municipalities' own shares, where the weight of at least half of their units is known, and how they are spread.
whole_own AS (
  SELECT COLUMNS('^(w_|maybe_national|national_known)').COALESCE(0), dimension, group_code, size_scheme, size_class, unit, weight, inhabitants
  FROM own JOIN person USING (municipality_code)
  WHERE 2 * units_known >= units
),
share AS (
  SELECT
    dimension, group_code, size_scheme, size_class, unit, weight, inhabitants,
    w_broad / NULLIF(w_total, 0) AS collective_share_lower,
    w_broad / NULLIF(w_total - w_level_unknown, 0) AS collective_share_known,
    (w_broad + w_level_unknown) / NULLIF(w_total, 0) AS collective_share_upper,
    w_strict / NULLIF(w_total, 0) AS national_share_lower,
    w_strict / NULLIF(national_known, 0) AS national_share_known,
    maybe_national / NULLIF(w_total, 0) AS national_share_upper,
    w_non_distinguishing / NULLIF(w_total, 0) AS non_distinguishing_share_lower,
    w_non_distinguishing / NULLIF(w_total - w_distinguishing_unknown, 0) AS non_distinguishing_share_known,
    (w_total - w_distinguishing) / NULLIF(w_total, 0) AS non_distinguishing_share_upper
  FROM whole_own
),
spread AS (
  SELECT
    dimension, group_code, size_scheme, size_class, unit, weight,
    count(collective_share_lower) AS collective_share_municipalities, count(collective_share_known) AS collective_share_known_municipalities,
    quantile_cont(collective_share_lower, 0.25) AS collective_share_lower_q1, quantile_cont(collective_share_lower, 0.5) AS collective_share_lower_median, quantile_cont(collective_share_lower, 0.75) AS collective_share_lower_q3,
    sum(collective_share_lower * inhabitants) / NULLIF(sum(inhabitants) FILTER (WHERE collective_share_lower IS NOT NULL), 0) AS collective_share_lower_mean,
    quantile_cont(collective_share_known, 0.25) AS collective_share_known_q1, quantile_cont(collective_share_known, 0.5) AS collective_share_known_median, quantile_cont(collective_share_known, 0.75) AS collective_share_known_q3,
    sum(collective_share_known * inhabitants) / NULLIF(sum(inhabitants) FILTER (WHERE collective_share_known IS NOT NULL), 0) AS collective_share_known_mean,
    quantile_cont(collective_share_upper, 0.25) AS collective_share_upper_q1, quantile_cont(collective_share_upper, 0.5) AS collective_share_upper_median, quantile_cont(collective_share_upper, 0.75) AS collective_share_upper_q3,
    sum(collective_share_upper * inhabitants) / NULLIF(sum(inhabitants) FILTER (WHERE collective_share_upper IS NOT NULL), 0) AS collective_share_upper_mean,
    count(national_share_lower) AS national_share_municipalities, count(national_share_known) AS national_share_known_municipalities,
    quantile_cont(national_share_lower, 0.25) AS national_share_lower_q1, quantile_cont(national_share_lower, 0.5) AS national_share_lower_median, quantile_cont(national_share_lower, 0.75) AS national_share_lower_q3,
    sum(national_share_lower * inhabitants) / NULLIF(sum(inhabitants) FILTER (WHERE national_share_lower IS NOT NULL), 0) AS national_share_lower_mean,
    quantile_cont(national_share_known, 0.25) AS national_share_known_q1, quantile_cont(national_share_known, 0.5) AS national_share_known_median, quantile_cont(national_share_known, 0.75) AS national_share_known_q3,
    sum(national_share_known * inhabitants) / NULLIF(sum(inhabitants) FILTER (WHERE national_share_known IS NOT NULL), 0) AS national_share_known_mean,
    quantile_cont(national_share_upper, 0.25) AS national_share_upper_q1, quantile_cont(national_share_upper, 0.5) AS national_share_upper_median, quantile_cont(national_share_upper, 0.75) AS national_share_upper_q3,
    sum(national_share_upper * inhabitants) / NULLIF(sum(inhabitants) FILTER (WHERE national_share_upper IS NOT NULL), 0) AS national_share_upper_mean,
    count(non_distinguishing_share_lower) AS non_distinguishing_share_municipalities, count(non_distinguishing_share_known) AS non_distinguishing_share_known_municipalities,
    quantile_cont(non_distinguishing_share_lower, 0.25) AS non_distinguishing_share_lower_q1, quantile_cont(non_distinguishing_share_lower, 0.5) AS non_distinguishing_share_lower_median, quantile_cont(non_distinguishing_share_lower, 0.75) AS non_distinguishing_share_lower_q3,
    sum(non_distinguishing_share_lower * inhabitants) / NULLIF(sum(inhabitants) FILTER (WHERE non_distinguishing_share_lower IS NOT NULL), 0) AS non_distinguishing_share_lower_mean,
    quantile_cont(non_distinguishing_share_known, 0.25) AS non_distinguishing_share_known_q1, quantile_cont(non_distinguishing_share_known, 0.5) AS non_distinguishing_share_known_median, quantile_cont(non_distinguishing_share_known, 0.75) AS non_distinguishing_share_known_q3,
    sum(non_distinguishing_share_known * inhabitants) / NULLIF(sum(inhabitants) FILTER (WHERE non_distinguishing_share_known IS NOT NULL), 0) AS non_distinguishing_share_known_mean,
    quantile_cont(non_distinguishing_share_upper, 0.25) AS non_distinguishing_share_upper_q1, quantile_cont(non_distinguishing_share_upper, 0.5) AS non_distinguishing_share_upper_median, quantile_cont(non_distinguishing_share_upper, 0.75) AS non_distinguishing_share_upper_q3,
    sum(non_distinguishing_share_upper * inhabitants) / NULLIF(sum(inhabitants) FILTER (WHERE non_distinguishing_share_upper IS NOT NULL), 0) AS non_distinguishing_share_upper_mean
  FROM share
  GROUP BY ALL
),

-- Groups in which nobody has anything yet are published too: their weights are zero, their shares absent.
filled AS (
  SELECT
    g.*, b.unit, b.weight, s.* EXCLUDE (dimension, group_code, size_scheme, size_class, unit, weight),
    d.* EXCLUDE (dimension, group_code, size_scheme, size_class, unit, weight)
  FROM all_groups g
  CROSS JOIN (VALUES ('systems', 'count'), ('systems', 'cost'), ('systems', 'users'), ('cells', 'count')) AS b(unit, weight)
  LEFT JOIN summed s
    ON (s.dimension, s.group_code, s.unit, s.weight) = (g.dimension, g.group_code, b.unit, b.weight)
    AND s.size_scheme IS NOT DISTINCT FROM g.size_scheme AND s.size_class IS NOT DISTINCT FROM g.size_class
  LEFT JOIN spread d
    ON (d.dimension, d.group_code, d.unit, d.weight) = (g.dimension, g.group_code, b.unit, b.weight)
    AND d.size_scheme IS NOT DISTINCT FROM g.size_scheme AND d.size_class IS NOT DISTINCT FROM g.size_class
    AND g.municipalities_frame > 1
),
-- Shares, target and spread want numbers where nothing was found, and nothing where the weight of fewer than half is known.
counted_whole AS (
  SELECT
    COALESCE(units, 0) AS units, COALESCE(units_known, 0) AS units_known, COALESCE(units_carried, 0) AS units_carried,
    COALESCE(municipalities_counted, 0) AS municipalities_counted,
    CASE
      WHEN municipalities = 0 THEN 'no_inventory'
      WHEN units IS NULL THEN 'no_units'
      WHEN 2 * units_known < units THEN 'incomplete'
      WHEN w_total = 0 THEN 'no_weight'
    END AS absent_because,
    * EXCLUDE (units, units_known, units_carried, municipalities_counted)
  FROM filled
),
held AS (
  SELECT
    CASE WHEN absent_because IS DISTINCT FROM 'incomplete' THEN COALESCE(COLUMNS('^w_.*'), 0) END AS '\0',
    CASE WHEN absent_because IS NULL THEN COALESCE(COLUMNS('^(maybe_national|national_known|conver|distinct_).*'), 0) END AS '\0',
    CASE WHEN municipalities_frame > 1 THEN COALESCE(COLUMNS('^.*_share_(known_)?municipalities$'), 0) END AS '\0',
    COLUMNS(lambda c: NOT regexp_matches(c, '^w_|^(maybe_national|national_known|conver|distinct_)|_share_(known_)?municipalities$'))
  FROM counted_whole
),
-- The whole, where there are shares.
dividing AS (SELECT *, CASE WHEN absent_because IS NULL THEN w_total END AS whole FROM held)

SELECT
  dimension, group_code, group_name, size_scheme, size_class, size_name, unit, weight, absent_because,
  units, units_known, units_known / NULLIF(units, 0) AS completeness, units_carried, units_carried / NULLIF(units, 0) AS carried_share,
  municipalities, municipalities_carried, municipalities_counted, municipalities_frame,
  inhabitants, inhabitants_carried, inhabitants_frame, months_old_median, months_old_most,
  COLUMNS('^w_.*'),
  w_broad / whole AS collective_share_lower,
  w_broad / NULLIF(whole - w_level_unknown, 0) AS collective_share_known,
  (w_broad + w_level_unknown) / whole AS collective_share_upper,
  w_strict / whole AS national_share_lower,
  w_strict / NULLIF(national_known, 0) AS national_share_known,
  maybe_national / whole AS national_share_upper,
  w_non_distinguishing / whole AS non_distinguishing_share_lower,
  w_non_distinguishing / NULLIF(whole - w_distinguishing_unknown, 0) AS non_distinguishing_share_known,
  (w_total - w_distinguishing) / whole AS non_distinguishing_share_upper,
  -- Where the extreme completion leaves nothing below the line, whatever else is let in decides alone: only collective units are
  -- left for the least value, only decentral ones for the greatest.
  CASE WHEN convertible_low > 0 THEN converted_low / convertible_low WHEN convertible_high > 0 THEN 1.0::DOUBLE END AS conversion_lower,
  converted / NULLIF(convertible_known, 0) AS conversion_known,
  CASE WHEN convertible_high > 0 THEN converted_high / convertible_high WHEN convertible_low > 0 THEN 0.0::DOUBLE END AS conversion_upper,
  distinct_collective / whole AS distinguishing_collective_share_lower,
  -- A decentral system is known not to be one of these, whatever it is on the other axis; so is one that is the same everywhere.
  distinct_collective / NULLIF(distinct_collective_known, 0) AS distinguishing_collective_share_known,
  distinct_collective_maybe / whole AS distinguishing_collective_share_upper,
  percent AS target_percent, exclusive AS target_exclusive,
  -- In whole numbers of any size, never in shares (R1). The smallest w with 100·w above (or at) percent·whole is what the target takes.
  CASE WHEN exclusive THEN 100 * w_broad::HUGEINT > percent * whole ELSE 100 * w_broad::HUGEINT >= percent * whole END AS target_reached_lower,
  CASE WHEN exclusive THEN 100 * (w_broad + w_level_unknown)::HUGEINT > percent * whole
       ELSE 100 * (w_broad + w_level_unknown)::HUGEINT >= percent * whole END AS target_reached_upper,
  (percent * whole - 100 * w_broad) / whole AS target_distance_points_lower,
  (percent * whole - 100 * (w_broad + w_level_unknown)) / whole AS target_distance_points_upper,
  CASE WHEN whole > 0 THEN greatest(CASE WHEN exclusive THEN percent * whole // 100 + 1 ELSE (percent * whole + 99) // 100 END - w_broad, 0) END AS target_distance_weight_lower,
  CASE WHEN whole > 0 THEN greatest(CASE WHEN exclusive THEN percent * whole // 100 + 1 ELSE (percent * whole + 99) // 100 END - w_broad - w_level_unknown, 0) END
    AS target_distance_weight_upper,
  NOT CASE WHEN exclusive THEN 100 * (w_total - w_distinguishing)::HUGEINT > percent * whole
           ELSE 100 * (w_total - w_distinguishing)::HUGEINT >= percent * whole END AS target_out_of_reach,
  NOT CASE WHEN exclusive THEN 100 * w_non_distinguishing::HUGEINT > percent * whole
           ELSE 100 * w_non_distinguishing::HUGEINT >= percent * whole END AS target_maybe_out_of_reach,
  COLUMNS('_share_(known_)?municipalities$'),
  COLUMNS('_(q1|q3|mean)$|_share_.*_median$')
FROM dividing CROSS JOIN target
