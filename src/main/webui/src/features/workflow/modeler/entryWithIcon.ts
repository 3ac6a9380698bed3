import type { Template } from '../api/templates';

/** The button of a building block in the palette and the context pad. Its words are in the title; the icon says nothing more. */
export function entryWithIcon(block: Template): string {
  const image = document.createElement('img');
  image.alt = '';
  image.src = block.icon?.contents ?? '';
  const entry = document.createElement('div');
  entry.className = 'entry';
  entry.draggable = true;
  entry.append(image);
  return entry.outerHTML;
}
