import path from 'node:path';

/** The features that a feature may use besides itself: the arrows of the Java packages of the same names. */
const mayUse = {
  identity: ['audit'],
  portal: ['partner'],
  deal: ['partner', 'portal', 'workflow'],
  lead: ['partner', 'portal', 'deal'],
  support: ['partner', 'portal'],
};
const everybodyMayUse = ['identity', 'audit', 'engine', 'rules', 'search', 'files', 'mail'];

function layerOf(file) {
  const [layer, feature] = file.split('/');
  return { layer, feature: layer === 'features' ? feature : undefined };
}

/** Why the file `from` may not import the file `to` (both relative to src), or null when it may. */
export function refusal(from, to) {
  const importer = layerOf(from);
  const imported = layerOf(to);
  if (importer.layer === 'shared' && imported.layer !== 'shared') {
    return `shared knows nothing of ${imported.layer}: pass what it needs as a property, or move the code into the feature.`;
  }
  if (importer.layer === 'features' && imported.layer === 'app') {
    return 'A feature does not import the app: move what both need to shared.';
  }
  if (importer.layer === 'features' && imported.layer === 'features' && importer.feature !== imported.feature) {
    const isGround = everybodyMayUse.includes(importer.feature);
    const allowed = [...(mayUse[importer.feature] ?? []), ...(isGround ? [] : everybodyMayUse)];
    if (!allowed.includes(imported.feature)) {
      return (
        `The feature ${importer.feature} may not use the feature ${imported.feature}: ` +
        'move what both need to shared (the arrows are in eslint/boundaries.js).'
      );
    }
  }
  return null;
}

export default {
  meta: { type: 'problem', schema: [], docs: { description: 'app -> features -> shared, never back' } },
  create(context) {
    const src = path.join(context.cwd, 'src');
    const from = path.relative(src, context.filename).split(path.sep).join('/');
    if (from.startsWith('..')) return {};
    function check(node) {
      const source = node.source?.value;
      if (typeof source !== 'string') return;
      let to;
      if (source.startsWith('@/')) to = source.slice(2);
      else if (source.startsWith('.')) to = path.posix.join(path.posix.dirname(from), source);
      else return;
      const message = refusal(from, to);
      if (message) context.report({ node, message });
    }
    return {
      ImportDeclaration: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
      ImportExpression: check,
    };
  },
};
