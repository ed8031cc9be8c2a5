-- The five measures of METHOD §3, as a table: what each kind of unit does to each share. No data, only the definitions.
-- Reads:
-- Gives: kinds, questions, measures (measure, bound, kind of unit; whether it is above the line, and below it)

-- What is known of a unit: yes, no, or NULL where nobody knows. A cell that may be national is known to be collective only.
CREATE OR REPLACE TEMP VIEW kinds AS
SELECT
  level, distinguishing, maybe_strict, collective, same_everywhere,
  CASE WHEN level = 'onbekend' OR maybe_strict THEN NULL ELSE level IN ('overheidsbreed', 'collectief_gemeentelijk') END AS national
FROM (VALUES
  ('overheidsbreed', TRUE), ('collectief_gemeentelijk', TRUE), ('regionaal', TRUE), ('decentraal', FALSE), ('onbekend', NULL)
) AS l(level, collective)
CROSS JOIN (VALUES ('niet_onderscheidend', TRUE), ('onderscheidend', FALSE), ('onbekend', NULL)) AS d(distinguishing, same_everywhere)
CROSS JOIN (VALUES (FALSE), (TRUE)) AS m(maybe_strict);

-- Four measures are a part of all units. Three-valued logic answers: a decentral unit is surely not distinguishing and collective,
-- whatever it is on the other axis.
CREATE OR REPLACE TEMP VIEW questions AS
SELECT 'collective_share' AS measure, level, distinguishing, maybe_strict, collective AS answer FROM kinds
UNION ALL
SELECT 'national_share', level, distinguishing, maybe_strict, national FROM kinds
UNION ALL
SELECT 'non_distinguishing_share', level, distinguishing, maybe_strict, same_everywhere FROM kinds
UNION ALL
SELECT 'distinguishing_collective_share', level, distinguishing, maybe_strict, NOT same_everywhere AND collective FROM kinds;

-- Lower counts what is so whatever the unknowns are, upper what may yet be so; known leaves out what is not settled.
-- Conversion has unknowns on both sides of the line. A unit that is the same everywhere is above and below it when it is collective,
-- only below when it is not. So the least value lets in the undecided that are not collective, and the greatest those that are.
CREATE OR REPLACE TEMP VIEW measures AS
SELECT
  measure, bound, level, distinguishing, maybe_strict,
  CASE bound WHEN 'upper' THEN answer IS NOT FALSE ELSE answer IS TRUE END AS above,
  CASE bound WHEN 'known' THEN answer IS NOT NULL ELSE TRUE END AS below
FROM questions CROSS JOIN (VALUES ('lower'), ('known'), ('upper')) AS b(bound)
UNION ALL
SELECT 'conversion', 'lower', level, distinguishing, maybe_strict,
  COALESCE(same_everywhere, NOT COALESCE(collective, FALSE)) AND COALESCE(collective, FALSE),
  COALESCE(same_everywhere, NOT COALESCE(collective, FALSE))
FROM kinds
UNION ALL
SELECT 'conversion', 'known', level, distinguishing, maybe_strict, same_everywhere AND collective, same_everywhere AND collective IS NOT NULL
FROM kinds
UNION ALL
SELECT 'conversion', 'upper', level, distinguishing, maybe_strict,
  COALESCE(same_everywhere, COALESCE(collective, TRUE)) AND COALESCE(collective, TRUE),
  COALESCE(same_everywhere, COALESCE(collective, TRUE))
FROM kinds;
