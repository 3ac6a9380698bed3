/* eslint-disable @typescript-eslint/no-explicit-any -- the services of diagram-js have no types of their own */

const shown = /^(general|condition|timer|message|error|ElementTemplates__(?!Template$))/;

/** Leaves out the groups of the properties panel that ops managers do not need and that could not be published anyway. */
export class PlainProperties {
  static $inject = ['propertiesPanel'];
  private static readonly AFTER_ALL_OTHERS = 100;

  constructor(propertiesPanel: any) {
    propertiesPanel.registerProvider(PlainProperties.AFTER_ALL_OTHERS, this);
  }

  getGroups() {
    return (groups: { id: string }[]) => groups.filter((group) => shown.test(group.id));
  }
}
