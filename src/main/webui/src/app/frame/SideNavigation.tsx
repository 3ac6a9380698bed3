import { Tooltip } from '@mantine/core';
import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { Logo } from '@/shared/components/Logo';
import classes from './SideNavigation.module.css';
import { sectionTitles, useNavigationItems } from './useNavigationItems';

interface Props {
  collapsed: boolean;
  onToggle: () => void;
}

export function SideNavigation({ collapsed, onToggle }: Props) {
  const items = useNavigationItems();
  const Toggle = collapsed ? IconLayoutSidebarLeftExpand : IconLayoutSidebarLeftCollapse;
  return (
    <nav aria-label="Main" className={classes.nav} data-collapsed={collapsed || undefined}>
      <Link to="/" className={classes.brand} aria-label="Partnerflow, start page">
        <Logo />
        {!collapsed && <span>Partnerflow</span>}
      </Link>
      <ul className={classes.list}>
        {items.map((item, index) => {
          const title = sectionTitles[item.section];
          const begins = title && items[index - 1]?.section !== item.section;
          return (
            <li key={item.to}>
              {begins && <div className={classes.section}>{collapsed ? <hr /> : title}</div>}
              <Tooltip label={item.label} position="right" disabled={!collapsed}>
                <Link
                  to={item.to}
                  className={classes.item}
                  activeOptions={{ exact: item.to === '/', includeSearch: false }}
                  activeProps={{ 'aria-current': 'page', 'data-active': true }}
                  aria-label={collapsed ? item.label : undefined}
                >
                  <item.icon size={18} stroke={1.7} aria-hidden />
                  {!collapsed && <span>{item.label}</span>}
                </Link>
              </Tooltip>
            </li>
          );
        })}
      </ul>
      <button
        type="button"
        className={classes.toggle}
        onClick={onToggle}
        aria-expanded={!collapsed}
        aria-label={collapsed ? 'Widen the navigation' : 'Collapse the navigation to icons'}
      >
        <Toggle size={18} stroke={1.7} aria-hidden />
        {!collapsed && <span>Collapse</span>}
      </button>
    </nav>
  );
}
