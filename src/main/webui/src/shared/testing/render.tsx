import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render as renderBare } from '@testing-library/react';
import type { ReactNode } from 'react';
import { theme } from '../theme';

const noRetries = { defaultOptions: { queries: { retry: false } } };

/** Renders a component as it lives in the application, without animations. */
export function render(node: ReactNode, queryClient = new QueryClient(noRetries)) {
  return renderBare(
    <MantineProvider theme={theme} env="test">
      <QueryClientProvider client={queryClient}>{node}</QueryClientProvider>
    </MantineProvider>,
  );
}
