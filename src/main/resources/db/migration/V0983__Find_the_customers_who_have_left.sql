update customer
set left_at = updated_at
where not exists (
    select 1 from membership m where m.user_id = customer.user_id and m.organisation_id = customer.organisation_id);
