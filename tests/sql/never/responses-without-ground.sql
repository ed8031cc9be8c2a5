-- An answer rests on what it says: a file for whom answered, a partnership for whom only that speaks, an old submission for whom it
-- is too old; and who answered sent something (§1).
FROM response
WHERE (response IN ('no_response', 'too_old')) <> (len(files) = 0)
   OR (response = 'only_through_partnership' AND len(partnerships) = 0)
   OR (response IN ('responded', 'partial') AND last_sent IS DISTINCT FROM month)
   OR (response = 'carried_forward' AND (last_sent IS NULL OR last_sent < carried_from))
   OR (response = 'too_old' AND months_since <= 12)
   OR (response = 'no_response' AND last_sent IS NOT NULL)
   OR (len(partnerships) > 0) <> (systems_registered > 0)
   OR systems_in_use > systems OR systems_counted > systems_in_use OR systems_registered > systems
