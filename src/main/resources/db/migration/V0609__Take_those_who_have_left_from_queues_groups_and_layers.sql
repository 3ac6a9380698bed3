delete from lead_queue_member
where not exists (
    select 1 from lead_queue q
    join membership m on m.organisation_id = q.organisation_id and m.active
    join partner_user p on p.organisation_id = q.organisation_id and p.present_user_id = m.user_id
    where q.id = lead_queue_member.queue_id and m.user_id = lead_queue_member.partner_user_id);

delete from assignment_group_member
where exists (
        select 1 from assignment_group g where g.id = assignment_group_member.group_id and g.kind = 'PARTNER_USERS')
    and not exists (
        select 1 from membership m
        join partner_user p on p.organisation_id = m.organisation_id and p.present_user_id = m.user_id
        where m.organisation_id = assignment_group_member.organisation_id and m.active
            and m.user_id = assignment_group_member.member_id);

-- turns add up to zero
update assignment_group_member g
join (select group_id from assignment_group_member group by group_id having sum(credit) <> 0) uneven
    on uneven.group_id = g.group_id
set g.credit = 0;

delete from escalation_layer_member
where not exists (
    select 1 from escalation_layer l
    join membership m on m.organisation_id = l.organisation_id and m.active
    join membership_role r on r.membership_id = m.id and r.role_name in ('TECHNICIAN', 'PARTNER')
    where l.id = escalation_layer_member.layer_id and m.user_id = escalation_layer_member.user_id);
