-- Every row that is not empty has one fate (§6).
FROM accounts
WHERE NOT closes
   OR rows <> rows_system + rows_merged + rows_set_aside + rows_superseded + rows_connection + rows_heading + rows_total + rows_note
