-- Only those who had accepted: of the others the organisation never learned what their log-in is called.
insert into former_member (organisation_id, user_id, name, email, left_at)
select i.organisation_id, u.id, u.name, u.email, max(i.used_at)
from invitation i
join app_user u on u.id = i.user_id
left join membership m on m.user_id = i.user_id and m.organisation_id = i.organisation_id
where i.used_at is not null and m.id is null
group by i.organisation_id, u.id, u.name, u.email;
