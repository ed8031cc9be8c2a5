-- Who a group's figures rest on: municipalities and inhabitants, in the frame and with an inventory, and how old that is. METHOD §3, Response.
-- Reads: response
-- Gives: respondents (one row per municipality), population (one row per group)

CREATE OR REPLACE TEMP VIEW respondents AS
SELECT
  month, municipality_code, size_class, inhabitants, response IN ('responded', 'partial', 'carried_forward') AS answered,
  carried_from IS NOT NULL AS carried,
  CASE WHEN carried_from IS NULL THEN 0
       ELSE 12 * (CAST(substring(month, 1, 4) AS BIGINT) - CAST(substring(carried_from, 1, 4) AS BIGINT))
            + CAST(substring(month, 6, 2) AS BIGINT) - CAST(substring(carried_from, 6, 2) AS BIGINT)
  END AS months_old
FROM response;

CREATE OR REPLACE TEMP VIEW members_population AS
SELECT
  m.month, m.group_key,
  count(*) FILTER (WHERE r.answered) AS municipalities,
  count(*) FILTER (WHERE r.answered AND r.carried) AS municipalities_carried,
  count(*) AS municipalities_frame,
  CAST(COALESCE(sum(r.inhabitants) FILTER (WHERE r.answered), 0) AS BIGINT) AS inhabitants,
  CAST(COALESCE(sum(r.inhabitants) FILTER (WHERE r.answered AND r.carried), 0) AS BIGINT) AS inhabitants_carried,
  CAST(COALESCE(sum(r.inhabitants), 0) AS BIGINT) AS inhabitants_frame,
  percentile_cont(0.5) WITHIN GROUP (ORDER BY CASE WHEN r.answered THEN CAST(r.months_old AS DOUBLE) END) AS months_old_median,
  max(r.months_old) FILTER (WHERE r.answered) AS months_old_most
FROM members m JOIN respondents r ON r.month = m.month AND r.municipality_code = m.municipality_code
GROUP BY m.month, m.group_key;

-- A group of systems has all municipalities as its frame.
CREATE OR REPLACE TEMP VIEW population AS
SELECT
  g.month, g.group_key, g.dimension, g.group_code, g.group_name, g.size_scheme, g.size_class, g.size_name,
  p.municipalities, p.municipalities_carried, p.municipalities_frame, p.inhabitants, p.inhabitants_carried, p.inhabitants_frame,
  p.months_old_median, p.months_old_most
FROM groups_made g JOIN members_population p
  ON p.month = g.month
  AND p.group_key = CASE WHEN g.dimension IN ('domein', 'referentiecomponent', 'focus') THEN 'land/NL//' ELSE g.group_key END;
