-- What a change in a share between two months is made of: disjoint sets of systems whose contributions add up. METHOD §4, Decomposition.
-- Reads: systems, response, change, group_members, former_municipalities
-- Gives: compared (which months), change_units (each system of either month once), change_recomputed (per group, measure, bound and set)
--
-- For months of the same definitions (basis same_definitions). For two months of your own choice, replace the view `compared`; both months
-- must be among the tables.

CREATE OR REPLACE TEMP VIEW compared AS
SELECT DISTINCT month, month_before FROM change WHERE basis = 'same_definitions';

-- Names without case, accents, punctuation and spaces, for one system may be spelt in two ways.
CREATE OR REPLACE TEMP VIEW named_systems AS
SELECT month, municipality_code, system_id, level,
  translate(lower(product), 'áàâäãåéèêëíìîïóòôöõúùûüçñ .,:;!?/()[]&+-_''’"', 'aaaaaaeeeeiiiiooooouuuucn') AS product,
  translate(lower(COALESCE(vendor_canonical, '')), 'áàâäãåéèêëíìîïóòôöõúùûüçñ .,:;!?/()[]&+-_''’"', 'aaaaaaeeeeiiiiooooouuuucn') AS vendor
FROM counted_systems JOIN (SELECT month, municipality_code, system_id, product, vendor_canonical FROM systems) AS s
  USING (month, municipality_code, system_id);

-- A municipality of the earlier month is at its successor's place, when it passed as a whole into another.
CREATE OR REPLACE TEMP VIEW places_before AS
SELECT p.month, r.municipality_code, COALESCE(f.municipality_code, r.municipality_code) AS place, r.answered
FROM compared p JOIN respondents r ON r.month = p.month_before
LEFT JOIN former_municipalities f ON f.month = p.month AND f.former_code = r.municipality_code;

CREATE OR REPLACE TEMP VIEW systems_before AS
SELECT p.month, b.place, s.municipality_code, s.system_id, s.product, s.vendor, s.level
FROM compared p JOIN named_systems s ON s.month = p.month_before
JOIN places_before b ON b.month = p.month AND b.municipality_code = s.municipality_code;

CREATE OR REPLACE TEMP VIEW systems_now AS
SELECT p.month, s.municipality_code AS place, s.system_id, s.product, s.vendor, s.level
FROM compared p JOIN named_systems s ON s.month = p.month;

-- The same system: first by its id, where the later month has one. Of several predecessors that had it, the municipality's own is the
-- counterpart, else the first by code; the others joined it.
CREATE OR REPLACE TEMP VIEW same_id AS
SELECT b.month, b.place, b.system_id,
  COALESCE(min(b.municipality_code) FILTER (WHERE b.municipality_code = b.place), min(b.municipality_code)) AS first_of
FROM systems_before b JOIN systems_now n ON n.month = b.month AND n.place = b.place AND n.system_id = b.system_id
GROUP BY b.month, b.place, b.system_id;

CREATE OR REPLACE TEMP VIEW left_before AS
SELECT b.month, b.place, b.municipality_code, b.product, b.vendor, b.level
FROM systems_before b LEFT JOIN same_id i ON i.month = b.month AND i.place = b.place AND i.system_id = b.system_id
WHERE i.system_id IS NULL;

CREATE OR REPLACE TEMP VIEW left_now AS
SELECT n.month, n.place, n.product, n.vendor, n.level
FROM systems_now n LEFT JOIN same_id i ON i.month = n.month AND i.place = n.place AND i.system_id = n.system_id
WHERE i.system_id IS NULL;

-- Of what is left by product and vendor, where it can't be otherwise: one now, and before at most one of each municipality.
CREATE OR REPLACE TEMP VIEW same_name AS
SELECT b.month, b.place, b.product, b.vendor, b.first_of, n.level AS level_now
FROM (
  SELECT month, place, product, vendor,
    COALESCE(min(municipality_code) FILTER (WHERE municipality_code = place), min(municipality_code)) AS first_of
  FROM left_before
  GROUP BY month, place, product, vendor
  HAVING count(*) = count(DISTINCT municipality_code)
) AS b
JOIN (
  SELECT month, place, product, vendor, min(level) AS level
  FROM left_now
  GROUP BY month, place, product, vendor
  HAVING count(*) = 1
) AS n ON n.month = b.month AND n.place = b.place AND n.product = b.product AND n.vendor = b.vendor;

CREATE OR REPLACE TEMP VIEW change_units AS
SELECT b.month, b.place, b.level AS level_before, CASE WHEN b.municipality_code = i.first_of THEN n.level END AS level_now,
  b.municipality_code <> i.first_of AS joined
FROM systems_before b
JOIN same_id i ON i.month = b.month AND i.place = b.place AND i.system_id = b.system_id
JOIN systems_now n ON n.month = b.month AND n.place = b.place AND n.system_id = b.system_id
UNION ALL
SELECT b.month, b.place, b.level, CASE WHEN b.municipality_code = s.first_of THEN s.level_now END, COALESCE(b.municipality_code <> s.first_of, FALSE)
FROM left_before b LEFT JOIN same_name s ON s.month = b.month AND s.place = b.place AND s.product = b.product AND s.vendor = b.vendor
UNION ALL
SELECT n.month, n.place, NULL, n.level, FALSE
FROM left_now n LEFT JOIN same_name s ON s.month = n.month AND s.place = n.place AND s.product = n.product AND s.vendor = n.vendor
WHERE s.place IS NULL;

-- What a measure sees of a system: it counts, it does not, it is of unknown level, or it is not there.
CREATE OR REPLACE TEMP VIEW change_seen AS
SELECT u.month, u.place, u.joined, b.measure, b.bound,
  CASE WHEN u.level_before IS NULL THEN 'not there' WHEN u.level_before = 'onbekend' THEN 'unknown' WHEN k.above THEN 'counts' ELSE 'does not' END AS was,
  CASE WHEN u.level_now IS NULL THEN 'not there' WHEN u.level_now = 'onbekend' THEN 'unknown' WHEN l.above THEN 'counts' ELSE 'does not' END AS is_now
FROM change_units u
CROSS JOIN (
  SELECT DISTINCT measure, bound FROM measures WHERE measure IN ('collective_share', 'national_share') AND bound IN ('lower', 'known')
) AS b
LEFT JOIN measures k ON k.measure = b.measure AND k.bound = b.bound AND k.level = u.level_before AND k.distinguishing = 'onbekend' AND NOT k.maybe_strict
LEFT JOIN measures l ON l.measure = b.measure AND l.bound = b.bound AND l.level = u.level_now AND l.distinguishing = 'onbekend' AND NOT l.maybe_strict;

CREATE OR REPLACE TEMP VIEW change_sets AS
SELECT
  s.month, s.place, s.measure, s.bound,
  CASE
    WHEN s.was = s.is_now THEN 'unchanged'
    WHEN s.joined THEN 'joined_by_merger'
    WHEN s.was = 'not there' AND COALESCE(b.answered, FALSE) = FALSE THEN 'started_responding'
    WHEN s.is_now = 'not there' AND COALESCE(n.answered, FALSE) = FALSE THEN 'stopped_responding'
    WHEN s.was = 'not there' THEN 'added'
    WHEN s.is_now = 'not there' THEN 'removed'
    WHEN s.was = 'unknown' THEN 'became_known'
    WHEN s.is_now = 'unknown' THEN 'became_unknown'
    WHEN s.is_now = 'counts' THEN 'moved_to_collective'
    ELSE 'moved_from_collective'
  END AS change_set,
  CASE WHEN s.was = 'counts' THEN 1 ELSE 0 END AS n0,
  CASE WHEN s.is_now = 'counts' THEN 1 ELSE 0 END AS n1,
  CASE WHEN s.was = 'not there' OR s.bound = 'known' AND s.was = 'unknown' THEN 0 ELSE 1 END AS w0,
  CASE WHEN s.is_now = 'not there' OR s.bound = 'known' AND s.is_now = 'unknown' THEN 0 ELSE 1 END AS w1
FROM change_seen s
LEFT JOIN (SELECT month, place, bool_or(answered) AS answered FROM places_before GROUP BY month, place) AS b
  ON b.month = s.month AND b.place = s.place
LEFT JOIN respondents n ON n.month = s.month AND n.municipality_code = s.place;

-- Both months in the division of the later one (R56); who was divided among several stays in the groups that it was in.
CREATE OR REPLACE TEMP VIEW change_members AS
SELECT m.month, m.municipality_code AS place, m.group_key, m.dimension, m.group_code, m.size_scheme, m.size_class
FROM compared p JOIN members m ON m.month = p.month
UNION ALL
SELECT p.month, m.municipality_code, m.group_key, m.dimension, m.group_code, m.size_scheme, m.size_class
FROM compared p JOIN members m ON m.month = p.month_before
LEFT JOIN respondents r ON r.month = p.month AND r.municipality_code = m.municipality_code
LEFT JOIN former_municipalities f ON f.month = p.month AND f.former_code = m.municipality_code
WHERE r.municipality_code IS NULL AND f.municipality_code IS NULL;

CREATE OR REPLACE TEMP VIEW change_sums AS
SELECT
  m.month, m.dimension, m.group_code, m.size_scheme, m.size_class, m.group_key, c.measure, c.bound, c.change_set,
  count(*) AS systems, count(DISTINCT c.place) AS municipalities,
  CAST(sum(c.n0) AS BIGINT) AS n0, CAST(sum(c.n1) AS BIGINT) AS n1, CAST(sum(c.w0) AS BIGINT) AS w0, CAST(sum(c.w1) AS BIGINT) AS w1
FROM change_sets c JOIN change_members m ON m.month = c.month AND m.place = c.place
GROUP BY m.month, m.dimension, m.group_code, m.size_scheme, m.size_class, m.group_key, c.measure, c.bound, c.change_set;

CREATE OR REPLACE TEMP VIEW change_recomputed AS
SELECT
  s.month, s.dimension, s.group_code, s.size_scheme, s.size_class, s.measure, s.bound, s.change_set,
  s.systems, s.municipalities, s.n1 - s.n0 AS part_change, s.w1 - s.w0 AS whole_change,
  g.share_before, g.share_now, g.share_now - g.share_before AS share_change,
  ((s.n1 - s.n0) - (g.share_before + g.share_now) / 2 * (s.w1 - s.w0)) / ((g.w0 + g.w1) / 2) AS contribution
FROM change_sums s
JOIN (
  SELECT month, group_key, measure, bound, sum(w0) AS w0, sum(w1) AS w1,
    sum(n0) / NULLIF(sum(w0), 0) AS share_before, sum(n1) / NULLIF(sum(w1), 0) AS share_now
  FROM change_sums
  GROUP BY month, group_key, measure, bound
) AS g ON g.month = s.month AND g.group_key = s.group_key AND g.measure = s.measure AND g.bound = s.bound;
