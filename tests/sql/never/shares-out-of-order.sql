-- A share is between nought and one, the known one between its bounds; of nothing there is none (§3).
WITH share AS (
  SELECT dimension, group_code, size_class, unit, weight, absent_because, w_total, measure, lower, known, upper
  FROM (UNPIVOT coverage ON
    (collective_share_lower, collective_share_known, collective_share_upper) AS 'collective_share',
    (national_share_lower, national_share_known, national_share_upper) AS 'national_share',
    (non_distinguishing_share_lower, non_distinguishing_share_known, non_distinguishing_share_upper) AS 'non_distinguishing_share',
    (conversion_lower, conversion_known, conversion_upper) AS 'conversion',
    (distinguishing_collective_share_lower, distinguishing_collective_share_known, distinguishing_collective_share_upper)
      AS 'distinguishing_collective_share'
    INTO NAME measure VALUE lower, known, upper)
)
FROM share
WHERE lower < 0 OR upper > 1 OR lower > upper OR known NOT BETWEEN lower AND upper
   OR (lower IS NULL) <> (upper IS NULL)
   OR (w_total = 0 AND (lower IS NOT NULL OR known IS NOT NULL))
   OR (absent_because IS NULL AND lower IS NULL AND measure <> 'conversion')
   OR (absent_because IS NOT NULL AND (lower IS NOT NULL OR known IS NOT NULL))
