-- Recomputes coverage.parquet from systems.parquet and response.parquet, on another engine and from the definitions alone.
--
-- Written from the method page, not from the program: what the program gets wrong, this must not get wrong in the same way.
-- Takes the views `systems`, `response` and `region` (municipality_code, scheme, code, name; every scheme but the nation and the
-- provinces, which `response` has itself). Gives one row per group and unit, with the names of the published columns.
--
-- An unknown is SQL's NULL here, so that three-valued logic finds the bounds: `x IS TRUE` counts what is so whatever the unknowns
-- are, `x IS NOT FALSE` what may yet be so.

WITH
-- Who answered itself. What only a partnership says of a municipality is no inventory of it (§1).
answered AS (
  SELECT municipality_code FROM response WHERE response IN ('responded', 'partial', 'carried_forward')
),

-- In use: in production or being phased out; without a status an inventory is read as a list of what is in use (§1).
counted AS (
  SELECT municipality_code, component_ids, level, distinguishing
  FROM systems SEMI JOIN answered USING (municipality_code)
  WHERE role = 'system' AND (status IS NULL OR status IN ('in_productie', 'uit_te_faseren'))
),

-- One row per municipality, reference component and system.
in_cells AS (
  SELECT municipality_code, unnest(list_distinct(component_ids)) AS component, level, distinguishing FROM counted
),

-- A cell takes the highest rung among its systems (§1). An unknown system may stand on any rung: below a national one it changes
-- nothing, beside a regional one only the strict share is open, beside decentral ones the rung itself is.
cell AS (
  SELECT
    municipality_code,
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
    END AS distinguishing
  FROM in_cells
  GROUP BY municipality_code, component
),

unit AS (
  SELECT 'systems' AS unit, municipality_code, level, distinguishing, FALSE AS maybe_strict FROM counted
  UNION ALL
  SELECT 'cells', municipality_code, level, distinguishing, level = 'regionaal' AND has_unknown FROM cell
),

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

sized AS (
  SELECT 'land' AS scheme, 'NL' AS code, 'Nederland' AS name, municipality_code, size_class FROM response
  UNION ALL
  SELECT 'provincie', province_code, province, municipality_code, size_class FROM response
),

member AS (
  SELECT scheme, code, name, NULL::BIGINT AS size_class, municipality_code FROM sized
  UNION ALL
  SELECT scheme, code, name, size_class, municipality_code FROM sized WHERE size_class IS NOT NULL
  UNION ALL
  SELECT scheme, code, name, NULL, municipality_code FROM region SEMI JOIN response USING (municipality_code)
),

population AS (
  SELECT
    scheme, code, name, size_class,
    count(*) FILTER (WHERE response IN ('responded', 'partial', 'carried_forward')) AS municipalities,
    count(*) FILTER (WHERE carried_from IS NOT NULL) AS municipalities_carried,
    count(*) AS municipalities_frame,
    COALESCE(sum(inhabitants) FILTER (WHERE response IN ('responded', 'partial', 'carried_forward')), 0)::BIGINT AS inhabitants,
    COALESCE(sum(inhabitants), 0)::BIGINT AS inhabitants_frame
  FROM member JOIN (SELECT municipality_code, response, carried_from, inhabitants FROM response) USING (municipality_code)
  GROUP BY ALL
),

weight AS (
  SELECT
    scheme, code, size_class, unit,
    count(*) AS w_total,
    count(*) FILTER (WHERE collective) AS w_broad,
    count(*) FILTER (WHERE national) AS w_strict,
    count(*) FILTER (WHERE collective IS NULL) AS w_level_unknown,
    count(*) FILTER (WHERE maybe_strict) AS w_maybe_strict,
    count(*) FILTER (WHERE same_everywhere) AS w_non_distinguishing,
    count(*) FILTER (WHERE NOT same_everywhere) AS w_distinguishing,
    count(*) FILTER (WHERE same_everywhere IS NULL) AS w_distinguishing_unknown,
    count(*) FILTER (WHERE level = 'overheidsbreed' AND distinguishing = 'niet_onderscheidend') AS w_overheidsbreed_niet_onderscheidend,
    count(*) FILTER (WHERE level = 'overheidsbreed' AND distinguishing = 'onderscheidend') AS w_overheidsbreed_onderscheidend,
    count(*) FILTER (WHERE level = 'overheidsbreed' AND distinguishing = 'onbekend') AS w_overheidsbreed_onbekend,
    count(*) FILTER (WHERE level = 'collectief_gemeentelijk' AND distinguishing = 'niet_onderscheidend') AS w_collectief_gemeentelijk_niet_onderscheidend,
    count(*) FILTER (WHERE level = 'collectief_gemeentelijk' AND distinguishing = 'onderscheidend') AS w_collectief_gemeentelijk_onderscheidend,
    count(*) FILTER (WHERE level = 'collectief_gemeentelijk' AND distinguishing = 'onbekend') AS w_collectief_gemeentelijk_onbekend,
    count(*) FILTER (WHERE level = 'regionaal' AND distinguishing = 'niet_onderscheidend') AS w_regionaal_niet_onderscheidend,
    count(*) FILTER (WHERE level = 'regionaal' AND distinguishing = 'onderscheidend') AS w_regionaal_onderscheidend,
    count(*) FILTER (WHERE level = 'regionaal' AND distinguishing = 'onbekend') AS w_regionaal_onbekend,
    count(*) FILTER (WHERE level = 'decentraal' AND distinguishing = 'niet_onderscheidend') AS w_decentraal_niet_onderscheidend,
    count(*) FILTER (WHERE level = 'decentraal' AND distinguishing = 'onderscheidend') AS w_decentraal_onderscheidend,
    count(*) FILTER (WHERE level = 'decentraal' AND distinguishing = 'onbekend') AS w_decentraal_onbekend,
    count(*) FILTER (WHERE level = 'onbekend' AND distinguishing = 'niet_onderscheidend') AS w_onbekend_niet_onderscheidend,
    count(*) FILTER (WHERE level = 'onbekend' AND distinguishing = 'onderscheidend') AS w_onbekend_onderscheidend,
    count(*) FILTER (WHERE level = 'onbekend' AND distinguishing = 'onbekend') AS w_onbekend_onbekend,
    count(*) FILTER (WHERE national IS NOT FALSE) AS maybe_national,
    count(national) AS national_known,
    count(*) FILTER (WHERE same_everywhere AND collective) AS converted,
    count(*) FILTER (WHERE same_everywhere AND collective IS NOT NULL) AS convertible_known,
    count(*) FILTER (WHERE low_same AND low_collective) AS converted_low,
    count(*) FILTER (WHERE low_same) AS convertible_low,
    count(*) FILTER (WHERE high_same AND high_collective) AS converted_high,
    count(*) FILTER (WHERE high_same) AS convertible_high,
    count(*) FILTER (WHERE (NOT same_everywhere AND collective) IS TRUE) AS distinct_collective,
    count(*) FILTER (WHERE (NOT same_everywhere AND collective) IS NOT FALSE) AS distinct_collective_maybe,
    count(NOT same_everywhere AND collective) AS distinct_collective_known
  FROM completed JOIN member USING (municipality_code)
  GROUP BY ALL
),

-- Groups in which nobody has anything yet are published too: their weights are zero, their shares absent.
filled AS (
  SELECT p.*, u.unit, w.* EXCLUDE (scheme, code, size_class, unit)
  FROM population p
  CROSS JOIN (VALUES ('systems'), ('cells')) AS u(unit)
  LEFT JOIN weight w
    ON w.scheme = p.scheme AND w.code = p.code AND w.unit = u.unit AND w.size_class IS NOT DISTINCT FROM p.size_class
),

whole AS (SELECT COLUMNS(* EXCLUDE (scheme, code, name, size_class, unit)).COALESCE(0), scheme, code, name, size_class, unit FROM filled)

SELECT
  scheme AS region_scheme, code AS region_code, name AS region, size_class, unit, 'count' AS weight,
  w_total AS systems, municipalities, municipalities_carried, municipalities_frame, inhabitants, inhabitants_frame,
  COLUMNS('^w_.*'),
  w_broad / NULLIF(w_total, 0) AS collective_share_lower,
  w_broad / NULLIF(w_total - w_level_unknown, 0) AS collective_share_known,
  (w_broad + w_level_unknown) / NULLIF(w_total, 0) AS collective_share_upper,
  w_strict / NULLIF(w_total, 0) AS national_share_lower,
  w_strict / NULLIF(national_known, 0) AS national_share_known,
  maybe_national / NULLIF(w_total, 0) AS national_share_upper,
  w_non_distinguishing / NULLIF(w_total, 0) AS non_distinguishing_share_lower,
  w_non_distinguishing / NULLIF(w_total - w_distinguishing_unknown, 0) AS non_distinguishing_share_known,
  (w_total - w_distinguishing) / NULLIF(w_total, 0) AS non_distinguishing_share_upper,
  -- Where the extreme completion leaves nothing below the line, whatever else is let in decides alone: only collective units are
  -- left for the least value, only decentral ones for the greatest.
  CASE WHEN convertible_low > 0 THEN converted_low / convertible_low WHEN convertible_high > 0 THEN 1.0::DOUBLE END AS conversion_lower,
  converted / NULLIF(convertible_known, 0) AS conversion_known,
  CASE WHEN convertible_high > 0 THEN converted_high / convertible_high WHEN convertible_low > 0 THEN 0.0::DOUBLE END AS conversion_upper,
  distinct_collective / NULLIF(w_total, 0) AS distinguishing_collective_share_lower,
  -- A decentral system is known not to be one of these, whatever it is on the other axis; so is one that is the same everywhere.
  distinct_collective / NULLIF(distinct_collective_known, 0) AS distinguishing_collective_share_known,
  distinct_collective_maybe / NULLIF(w_total, 0) AS distinguishing_collective_share_upper
FROM whole
