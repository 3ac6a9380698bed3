import { useEffect } from 'react';

/** Names the page in the tab and for screen readers; undefined (still loading) leaves the title as it is. */
export function useDocumentTitle(title: string | undefined) {
  useEffect(() => {
    if (title) document.title = `${title} · Partnerflow`;
  }, [title]);
}
