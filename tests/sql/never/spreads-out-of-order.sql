-- Quartiles are in order and between nought and one, the lower ones below the upper ones; without a municipality there are none, and a
-- group of one municipality has no spread (§3).
WITH spread AS (
  SELECT dimension, group_code, municipalities_frame, n, q1, median, q3, mean, upper_median, measure
  FROM (UNPIVOT coverage ON
    (collective_share_municipalities, collective_share_lower_q1, collective_share_lower_median, collective_share_lower_q3,
     collective_share_lower_mean, collective_share_upper_median) AS 'collective_share',
    (national_share_municipalities, national_share_lower_q1, national_share_lower_median, national_share_lower_q3,
     national_share_lower_mean, national_share_upper_median) AS 'national_share'
    INTO NAME measure VALUE n, q1, median, q3, mean, upper_median)
)
FROM spread
WHERE q1 < 0 OR q1 > median OR median > q3 OR q3 > 1 OR median > upper_median OR mean NOT BETWEEN 0 AND 1
   OR (n > 0) <> (median IS NOT NULL)
   OR (municipalities_frame <= 1 AND n IS NOT NULL)
