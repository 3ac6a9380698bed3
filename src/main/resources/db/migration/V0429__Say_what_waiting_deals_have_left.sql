update deal
set left_visit_id = (
    select v.id from stage_visit v where v.deal_id = deal.id and v.left_at is not null order by v.left_at desc, v.id desc limit 1)
where waiting = true;
