const cuts = new Set(['slice', 'substring', 'substr', 'charAt', 'at']);
const message = 'This cuts a character in two where it is written with two numbers, as emoji are: use shared/text.';

/** Texts are cut between the characters that people see, which `shared/text` knows. */
export default {
  meta: { type: 'problem', schema: [] },
  create(context) {
    const { parserServices } = context.sourceCode;
    if (!parserServices?.program) return {};
    const checker = parserServices.program.getTypeChecker();
    function isText(node) {
      const type = checker.getNonNullableType(parserServices.getTypeAtLocation(node));
      return checker.typeToString(checker.getBaseTypeOfLiteralType(type)) === 'string';
    }
    return {
      CallExpression({ callee }) {
        if (callee.type !== 'MemberExpression' || callee.computed || !cuts.has(callee.property.name)) return;
        if (isText(callee.object)) context.report({ node: callee.property, message });
      },
      MemberExpression(node) {
        if (node.computed && node.property.type === 'Literal' && typeof node.property.value === 'number')
          if (isText(node.object)) context.report({ node: node.property, message });
      },
    };
  },
};
