import { Drawer } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconDots } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { NavigationItem } from '@/shared/navigation';
import classes from './BottomBar.module.css';
import { useNavigationItems } from './useNavigationItems';

const room = 5;

/** The navigation of phones: the first items, and the others behind "More". */
export function BottomBar() {
  const items = useNavigationItems();
  const [opened, more] = useDisclosure(false);
  const shown = items.length > room ? items.slice(0, room - 1) : items;
  const rest = items.slice(shown.length);
  return (
    <nav aria-label="Main, short" className={classes.bar}>
      {shown.map((item) => (
        <ItemLink key={item.to} item={item} className={classes.item} onClick={more.close} />
      ))}
      {rest.length > 0 && (
        <button type="button" className={classes.item} onClick={more.open} aria-haspopup="dialog">
          <IconDots size={20} stroke={1.7} aria-hidden />
          <span>More</span>
        </button>
      )}
      <Drawer opened={opened} onClose={more.close} title="More" position="bottom" size="auto">
        <div className={classes.sheet}>
          {rest.map((item) => (
            <ItemLink key={item.to} item={item} className={classes.row} onClick={more.close} />
          ))}
        </div>
      </Drawer>
    </nav>
  );
}

function ItemLink(props: { item: NavigationItem; className: string | undefined; onClick: () => void }) {
  const { item, className, onClick } = props;
  return (
    <Link
      to={item.to}
      className={className}
      onClick={onClick}
      activeOptions={{ exact: item.to === '/', includeSearch: false }}
      activeProps={{ 'aria-current': 'page', 'data-active': true }}
    >
      <item.icon size={20} stroke={1.7} aria-hidden />
      <span>{item.label}</span>
    </Link>
  );
}
