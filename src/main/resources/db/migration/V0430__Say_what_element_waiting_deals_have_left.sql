update deal
set left_element_id = (select v.element_id from stage_visit v where v.id = deal.left_visit_id)
where left_visit_id is not null;
