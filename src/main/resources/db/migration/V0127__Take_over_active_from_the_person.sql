-- Who has a password is a member, except where an invitation to the organisation was never answered.
update membership m join app_user u on u.id = m.user_id
set m.active = u.active,
    m.accepted_at = if(u.password_hash is null
        or (exists (select 1 from invitation i where i.user_id = m.user_id and i.organisation_id = m.organisation_id)
            and not exists (select 1 from invitation i
                where i.user_id = m.user_id and i.organisation_id = m.organisation_id and i.used_at is not null)),
        null, coalesce(u.last_login_at, u.created_at)),
    m.invited_name = u.name,
    m.invited_email = u.email;
update membership set invited_name = null, invited_email = null where accepted_at is not null;
