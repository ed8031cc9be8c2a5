-- The share of all municipalities, had each answered: a ratio estimator, post-stratified by size class. METHOD §3, National estimate.
-- Reads: estimates
-- Gives: strata (one row per municipality), estimate (one row per unit, weight, measure and bound)
--
-- Two things are beyond plain SQL. Which size classes are joined, because too few answered, is a loop: it is read from the published
-- `estimates.strata`. The interval is drawn a thousand times.

-- The published list of strata reads as text: [1+2, 3, 4]. A class is in the stratum that stands after as many commas.
CREATE OR REPLACE TEMP VIEW strata AS
SELECT
  month, municipality_code, answered,
  length(before_it) - length(replace(before_it, ',', '')) AS stratum
FROM (
  SELECT r.month, r.municipality_code, r.answered,
    substring(e.listed, 1, position(COALESCE(CAST(r.size_class AS STRING), 'unknown') IN e.listed)) AS before_it
  FROM respondents r JOIN (SELECT DISTINCT month, CAST(strata AS STRING) AS listed FROM estimates) AS e ON e.month = r.month
) AS r;

-- For how many municipalities each one that answered stands.
CREATE OR REPLACE TEMP VIEW expansions AS
SELECT month, stratum, count(*) / NULLIF(count(*) FILTER (WHERE answered), 0) AS expansion
FROM strata
GROUP BY month, stratum;

CREATE OR REPLACE TEMP VIEW estimate_parts AS
SELECT
  c.month, c.unit, c.weight, m.measure, m.bound, s.stratum,
  CAST(COALESCE(sum(c.w) FILTER (WHERE m.above), 0) AS BIGINT) AS part,
  CAST(COALESCE(sum(c.w) FILTER (WHERE m.below), 0) AS BIGINT) AS whole
FROM municipality_classes c
JOIN strata s ON s.month = c.month AND s.municipality_code = c.municipality_code
JOIN measures m ON m.level = c.level AND m.distinguishing = c.distinguishing AND m.maybe_strict = c.maybe_strict
GROUP BY c.month, c.unit, c.weight, m.measure, m.bound, s.stratum;

CREATE OR REPLACE TEMP VIEW estimate_bounds AS
SELECT
  p.month, p.unit, p.weight, p.measure, p.bound,
  sum(p.part) / NULLIF(sum(p.whole), 0) AS respondents_share,
  sum(e.expansion * p.part) / NULLIF(sum(e.expansion * p.whole), 0) AS estimate,
  sum(p.part) / NULLIF(sum(e.expansion * p.whole), 0) AS missing_none,
  (sum(p.part) + sum(e.expansion * p.whole) - sum(p.whole)) / NULLIF(sum(e.expansion * p.whole), 0) AS missing_all
FROM estimate_parts p JOIN expansions e ON e.month = p.month AND e.stratum = p.stratum
GROUP BY p.month, p.unit, p.weight, p.measure, p.bound;

-- As with the shares: where one extreme leaves nothing below the line, the other decides. And where the nation has no share, nor has this.
CREATE OR REPLACE TEMP VIEW estimate AS
SELECT
  b.month, b.unit, b.weight, b.measure, b.bound,
  COALESCE(b.respondents_share, o.respondents_share) AS respondents_share,
  COALESCE(b.estimate, o.estimate) AS estimate,
  COALESCE(b.missing_none, o.missing_none) AS missing_none,
  COALESCE(b.missing_all, o.missing_all) AS missing_all
FROM estimate_bounds b
JOIN weights w ON w.month = b.month AND w.group_key = 'land/NL//' AND w.unit = b.unit AND w.weight = b.weight AND w.absent_because IS NULL
JOIN estimate_bounds o ON o.month = b.month AND o.unit = b.unit AND o.weight = b.weight AND o.measure = b.measure
  AND o.bound = CASE b.bound WHEN 'lower' THEN 'upper' WHEN 'upper' THEN 'lower' ELSE b.bound END;
