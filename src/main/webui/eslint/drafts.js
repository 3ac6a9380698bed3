/** What is typed into a text area outlives its dialog: forms keep it by `useProblemForm`, everything else by `useDraft`. */
export default {
  selector:
    "Program:not(:has(CallExpression[callee.name='useDraft'])) JSXOpeningElement[name.name='Textarea'] > JSXAttribute[name.name='value']",
  message: 'Keep what is typed: give it to useProblemForm, or to useDraft.',
};
