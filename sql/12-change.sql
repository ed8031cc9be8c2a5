-- What a change in a share between two months is made of: disjoint sets of systems whose contributions add up. METHOD §4, Decomposition.
-- Reads: systems, response, change, group_members, former_municipalities
-- Gives: compared (which months), change_units (each system of either month once), change_recomputed (per group, weight, measure, bound and set)
--
-- For months of the same definitions (basis same_definitions). For two months of your own choice, replace the view `compared`; both months
-- must be among the tables.

CREATE OR REPLACE TEMP VIEW compared AS
SELECT DISTINCT month, month_before FROM change WHERE basis = 'same_definitions';

-- Names without case, accents, punctuation and spaces, for one system may be spelt in two ways.
CREATE OR REPLACE TEMP VIEW named_systems AS
SELECT month, municipality_code, system_id, level, cents, users,
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
SELECT p.month, b.place, s.municipality_code, s.system_id, s.product, s.vendor, s.level, s.cents, s.users
FROM compared p JOIN named_systems s ON s.month = p.month_before
JOIN places_before b ON b.month = p.month AND b.municipality_code = s.municipality_code;

CREATE OR REPLACE TEMP VIEW systems_now AS
SELECT p.month, s.municipality_code AS place, s.system_id, s.product, s.vendor, s.level, s.cents, s.users
FROM compared p JOIN named_systems s ON s.month = p.month;

-- The same system: first by its id, where the later month has one. Of several predecessors that had it, the municipality's own is the
-- counterpart, else the first by code; the others joined it.
CREATE OR REPLACE TEMP VIEW same_id AS
SELECT b.month, b.place, b.system_id,
  COALESCE(min(b.municipality_code) FILTER (WHERE b.municipality_code = b.place), min(b.municipality_code)) AS first_of
FROM systems_before b JOIN systems_now n ON n.month = b.month AND n.place = b.place AND n.system_id = b.system_id
GROUP BY b.month, b.place, b.system_id;

CREATE OR REPLACE TEMP VIEW left_before AS
SELECT b.month, b.place, b.municipality_code, b.product, b.vendor, b.level, b.cents, b.users
FROM systems_before b LEFT JOIN same_id i ON i.month = b.month AND i.place = b.place AND i.system_id = b.system_id
WHERE i.system_id IS NULL;

CREATE OR REPLACE TEMP VIEW left_now AS
SELECT n.month, n.place, n.product, n.vendor, n.level, n.cents, n.users
FROM systems_now n LEFT JOIN same_id i ON i.month = n.month AND i.place = n.place AND i.system_id = n.system_id
WHERE i.system_id IS NULL;

-- Of what is left by product and vendor, where it can't be otherwise: one now, and before at most one of each municipality.
CREATE OR REPLACE TEMP VIEW same_name AS
SELECT b.month, b.place, b.product, b.vendor, b.first_of, n.level, n.cents, n.users
FROM (
  SELECT month, place, product, vendor,
    COALESCE(min(municipality_code) FILTER (WHERE municipality_code = place), min(municipality_code)) AS first_of
  FROM left_before
  GROUP BY month, place, product, vendor
  HAVING count(*) = count(DISTINCT municipality_code)
) AS b
JOIN (
  SELECT month, place, product, vendor, min(level) AS level, min(cents) AS cents, min(users) AS users
  FROM left_now
  GROUP BY month, place, product, vendor
  HAVING count(*) = 1
) AS n ON n.month = b.month AND n.place = b.place AND n.product = b.product AND n.vendor = b.vendor;

-- A system that joined another is there before only: what is there now is its counterpart's.
CREATE OR REPLACE TEMP VIEW change_units AS
SELECT b.month, b.place, b.municipality_code <> i.first_of AS joined, b.level AS level_before, b.cents AS cents_before, b.users AS users_before,
  CASE WHEN b.municipality_code = i.first_of THEN n.level END AS level_now,
  CASE WHEN b.municipality_code = i.first_of THEN n.cents END AS cents_now,
  CASE WHEN b.municipality_code = i.first_of THEN n.users END AS users_now
FROM systems_before b
JOIN same_id i ON i.month = b.month AND i.place = b.place AND i.system_id = b.system_id
JOIN systems_now n ON n.month = b.month AND n.place = b.place AND n.system_id = b.system_id
UNION ALL
SELECT b.month, b.place, COALESCE(b.municipality_code <> s.first_of, FALSE), b.level, b.cents, b.users,
  CASE WHEN b.municipality_code = s.first_of THEN s.level END,
  CASE WHEN b.municipality_code = s.first_of THEN s.cents END,
  CASE WHEN b.municipality_code = s.first_of THEN s.users END
FROM left_before b LEFT JOIN same_name s ON s.month = b.month AND s.place = b.place AND s.product = b.product AND s.vendor = b.vendor
UNION ALL
SELECT n.month, n.place, FALSE, NULL, NULL, NULL, n.level, n.cents, n.users
FROM left_now n LEFT JOIN same_name s ON s.month = n.month AND s.place = n.place AND s.product = n.product AND s.vendor = n.vendor
WHERE s.place IS NULL;

-- In each weight. What a system weighs is NULL where nobody knows, and where it is not there.
CREATE OR REPLACE TEMP VIEW change_weighed AS
SELECT month, place, joined, level_before, level_now, 'count' AS weight,
  CASE WHEN level_before IS NOT NULL THEN CAST(1 AS BIGINT) END AS value_before,
  CASE WHEN level_now IS NOT NULL THEN CAST(1 AS BIGINT) END AS value_now
FROM change_units
UNION ALL
SELECT month, place, joined, level_before, level_now, 'cost', cents_before, cents_now FROM change_units
UNION ALL
SELECT month, place, joined, level_before, level_now, 'users', users_before, users_now FROM change_units;

-- What a measure sees of a system: it counts, it does not, it is of unknown level, or it is not there.
CREATE OR REPLACE TEMP VIEW change_seen AS
SELECT u.month, u.place, u.joined, u.weight, m.measure, u.value_before, u.value_now,
  CASE WHEN u.level_before IS NULL THEN 'not there' WHEN k.answer IS NULL THEN 'unknown' WHEN k.answer THEN 'counts' ELSE 'does not' END AS was,
  CASE WHEN u.level_now IS NULL THEN 'not there' WHEN l.answer IS NULL THEN 'unknown' WHEN l.answer THEN 'counts' ELSE 'does not' END AS is_now
FROM change_weighed u
CROSS JOIN (VALUES ('collective_share'), ('national_share')) AS m(measure)
LEFT JOIN questions k ON k.measure = m.measure AND k.level = u.level_before AND k.distinguishing = 'onbekend' AND NOT k.maybe_strict
LEFT JOIN questions l ON l.measure = m.measure AND l.level = u.level_now AND l.distinguishing = 'onbekend' AND NOT l.maybe_strict;

CREATE OR REPLACE TEMP VIEW change_sets AS
SELECT
  s.month, s.place, s.weight, s.measure, s.was, s.is_now, s.value_before, s.value_now,
  CASE
    WHEN s.was = s.is_now AND s.value_before IS NOT DISTINCT FROM s.value_now THEN 'unchanged'
    WHEN s.was = s.is_now AND s.value_before IS NULL THEN 'weight_became_known'
    WHEN s.was = s.is_now AND s.value_now IS NULL THEN 'weight_became_unknown'
    WHEN s.was = s.is_now THEN 'weight_changed'
    WHEN s.joined THEN 'joined_by_merger'
    WHEN s.was = 'not there' AND COALESCE(b.answered, FALSE) = FALSE THEN 'started_responding'
    WHEN s.is_now = 'not there' AND COALESCE(n.answered, FALSE) = FALSE THEN 'stopped_responding'
    WHEN s.was = 'not there' THEN 'added'
    WHEN s.is_now = 'not there' THEN 'removed'
    WHEN s.was = 'unknown' THEN 'became_known'
    WHEN s.is_now = 'unknown' THEN 'became_unknown'
    WHEN s.is_now = 'counts' THEN 'moved_to_collective'
    ELSE 'moved_from_collective'
  END AS change_set
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

-- What a set has above the line and below it, in either month: an unknown level counts for the upper share, and is not in the known one.
CREATE OR REPLACE TEMP VIEW change_sums AS
SELECT
  m.month, m.dimension, m.group_code, m.size_scheme, m.size_class, m.group_key, c.weight, c.measure, b.bound, c.change_set,
  count(*) AS systems, count(DISTINCT c.place) AS municipalities,
  count(*) FILTER (WHERE c.was <> 'not there') AS units_before, count(c.value_before) AS units_known_before,
  count(*) FILTER (WHERE c.is_now <> 'not there') AS units_now, count(c.value_now) AS units_known_now,
  CAST(COALESCE(sum(c.value_before) FILTER (WHERE c.was = 'counts' OR b.bound = 'upper' AND c.was = 'unknown'), 0) AS BIGINT) AS n0,
  CAST(COALESCE(sum(c.value_now) FILTER (WHERE c.is_now = 'counts' OR b.bound = 'upper' AND c.is_now = 'unknown'), 0) AS BIGINT) AS n1,
  CAST(COALESCE(sum(c.value_before) FILTER (WHERE b.bound <> 'known' OR c.was <> 'unknown'), 0) AS BIGINT) AS w0,
  CAST(COALESCE(sum(c.value_now) FILTER (WHERE b.bound <> 'known' OR c.is_now <> 'unknown'), 0) AS BIGINT) AS w1
FROM change_sets c
JOIN change_members m ON m.month = c.month AND m.place = c.place
CROSS JOIN (VALUES ('lower'), ('known'), ('upper')) AS b(bound)
GROUP BY m.month, m.dimension, m.group_code, m.size_scheme, m.size_class, m.group_key, c.weight, c.measure, b.bound, c.change_set;

CREATE OR REPLACE TEMP VIEW change_groups AS
SELECT
  month, group_key, weight, measure, bound, w0, w1, units_before, units_known_before, units_now, units_known_now,
  2 * units_known_before >= units_before AND 2 * units_known_now >= units_now AS complete,
  CASE WHEN 2 * units_known_before >= units_before THEN n0 / NULLIF(w0, 0) END AS share_before,
  CASE WHEN 2 * units_known_now >= units_now THEN n1 / NULLIF(w1, 0) END AS share_now
FROM (
  SELECT month, group_key, weight, measure, bound,
    CAST(sum(n0) AS BIGINT) AS n0, CAST(sum(n1) AS BIGINT) AS n1, CAST(sum(w0) AS BIGINT) AS w0, CAST(sum(w1) AS BIGINT) AS w1,
    CAST(sum(units_before) AS BIGINT) AS units_before, CAST(sum(units_known_before) AS BIGINT) AS units_known_before,
    CAST(sum(units_now) AS BIGINT) AS units_now, CAST(sum(units_known_now) AS BIGINT) AS units_known_now
  FROM change_sums
  GROUP BY month, group_key, weight, measure, bound
) AS s;

-- Where the weight of fewer than half of the systems is known in either month, sums and contributions are absent, for they would be taken
-- for those of all.
CREATE OR REPLACE TEMP VIEW change_recomputed AS
SELECT
  s.month, s.dimension, s.group_code, s.size_scheme, s.size_class, s.weight, s.measure, s.bound, s.change_set,
  g.units_before, g.units_known_before, g.units_known_before / NULLIF(g.units_before, 0) AS completeness_before,
  g.units_now, g.units_known_now, g.units_known_now / NULLIF(g.units_now, 0) AS completeness_now,
  s.systems, s.municipalities,
  CASE WHEN g.complete THEN s.n1 - s.n0 END AS part_change,
  CASE WHEN g.complete THEN s.w1 - s.w0 END AS whole_change,
  g.share_before, g.share_now, g.share_now - g.share_before AS share_change,
  ((s.n1 - s.n0) - (g.share_before + g.share_now) / 2 * (s.w1 - s.w0)) / ((g.w0 + g.w1) / 2) AS contribution
FROM change_sums s
JOIN change_groups g
  ON g.month = s.month AND g.group_key = s.group_key AND g.weight = s.weight AND g.measure = s.measure AND g.bound = s.bound;
