import {
  ActionIcon,
  Autocomplete,
  Button,
  Checkbox,
  CloseButton,
  createTheme,
  defaultVariantColorsResolver,
  Drawer,
  Input,
  Menu,
  Modal,
  MultiSelect,
  Popover,
  Select,
  Switch,
  Tabs,
  Tooltip,
  type MantineColorsTuple,
} from '@mantine/core';

const teal: MantineColorsTuple = [
  '#f0fdfa',
  '#ccfbf1',
  '#99f6e4',
  '#5eead4',
  '#2dd4bf',
  '#14b8a6',
  '#0d9488',
  '#0f766e',
  '#115e59',
  '#134e4a',
];
const slate: MantineColorsTuple = [
  '#f8fafc',
  '#f1f5f9',
  '#e2e8f0',
  '#cbd5e1',
  '#94a3b8',
  '#64748b',
  '#56657a',
  '#334155',
  '#1e293b',
  '#0f172a',
];
/** Mantine reads dark surfaces from here: 0 text, 2 dimmed, 4 lines, 6 inputs and cards, 7 the page. */
const dark: MantineColorsTuple = [
  '#e2e8f0',
  '#cbd5e1',
  '#a3b1c4',
  '#7c8aa0',
  '#2b384c',
  '#212d40',
  '#162032',
  '#0d1420',
  '#0a101a',
  '#060a12',
];
const red: MantineColorsTuple = [
  '#fef2f2',
  '#fee2e2',
  '#fecaca',
  '#fca5a5',
  '#f87171',
  '#ef4444',
  '#dc2626',
  '#b91c1c',
  '#991b1b',
  '#7f1d1d',
];

const transition = { duration: 120 };

/** A list of choices that scrolls can be scrolled by keyboard. */
const scrollsByKeyboard = { scrollAreaProps: { viewportProps: { tabIndex: 0, role: 'group' } } };

/** For screen readers; where a dialog names its own button, that name wins. */
const closeName = { 'aria-label': 'Close' };

/** Calm, dense, quick: 14 px Inter, 32 px controls, small radii, quiet shadows, one accent. */
export const theme = createTheme({
  colors: { teal, gray: slate, slate, dark, red },
  primaryColor: 'teal',
  primaryShade: { light: 7, dark: 4 },
  variantColorResolver: (input) => {
    const resolved = defaultVariantColorsResolver(input);
    return input.variant === 'filled' ? { ...resolved, color: 'var(--pf-on-filled)' } : resolved;
  },
  white: '#ffffff',
  black: '#0f172a',
  fontFamily: "'Inter Variable', system-ui, -apple-system, 'Segoe UI', sans-serif",
  fontFamilyMonospace: "ui-monospace, 'SF Mono', 'Cascadia Mono', Menlo, Consolas, monospace",
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '0.9375rem', xl: '1.25rem' },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.5', lg: '1.5', xl: '1.3' },
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '1.25rem', lineHeight: '1.3' },
      h2: { fontSize: '0.9375rem', lineHeight: '1.4' },
      h3: { fontSize: '0.875rem', lineHeight: '1.4' },
    },
  },
  defaultRadius: 'md',
  radius: { xs: '0.25rem', sm: '0.3125rem', md: '0.4375rem', lg: '0.625rem', xl: '0.875rem' },
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2rem' },
  shadows: {
    xs: '0 1px 2px rgb(15 23 42 / 6%)',
    sm: '0 1px 3px rgb(15 23 42 / 8%), 0 1px 2px rgb(15 23 42 / 6%)',
    md: '0 4px 12px rgb(15 23 42 / 10%), 0 1px 3px rgb(15 23 42 / 8%)',
    lg: '0 12px 32px rgb(15 23 42 / 16%), 0 2px 6px rgb(15 23 42 / 8%)',
  },
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  components: {
    Button: Button.extend({ defaultProps: { size: 'sm' }, classNames: { root: 'pf-button' } }),
    ActionIcon: ActionIcon.extend({ defaultProps: { variant: 'subtle', color: 'gray', size: 'lg' } }),
    Checkbox: Checkbox.extend({ defaultProps: { radius: 'xs' } }),
    Input: Input.extend({ defaultProps: { size: 'sm' } }),
    InputWrapper: Input.Wrapper.extend({
      defaultProps: { size: 'sm', inputWrapperOrder: ['label', 'description', 'input', 'error'] },
    }),
    Menu: Menu.extend({ defaultProps: { shadow: 'lg', transitionProps: transition, offset: 4 } }),
    Popover: Popover.extend({ defaultProps: { shadow: 'lg', transitionProps: transition } }),
    CloseButton: CloseButton.extend({ defaultProps: { ...closeName } }),
    Autocomplete: Autocomplete.extend({ defaultProps: scrollsByKeyboard }),
    MultiSelect: MultiSelect.extend({ defaultProps: scrollsByKeyboard }),
    Select: Select.extend({ defaultProps: scrollsByKeyboard }),
    Modal: Modal.extend({
      defaultProps: {
        transitionProps: transition,
        overlayProps: { backgroundOpacity: 0.4 },
        centered: true,
        radius: 'lg',
      },
    }),
    Drawer: Drawer.extend({
      defaultProps: {
        transitionProps: transition,
        overlayProps: { backgroundOpacity: 0.4 },
        position: 'right',
      },
    }),
    // Every target is 24 px high and wide at least
    Switch: Switch.extend({ defaultProps: { size: 'md' } }),
    Tooltip: Tooltip.extend({
      defaultProps: { transitionProps: transition, openDelay: 250, events: { hover: true, focus: true, touch: false } },
    }),
    Tabs: Tabs.extend({ defaultProps: { keepMounted: false } }),
  },
});
