// What Allure's program shows, and in which words: a course has requirements, in one tree, without severities.
(function (api, retried) {
  // The tree of handouts again under other names, and when each test ran; a course runs one after another.
  var unused = ['suites', 'packages', 'timeline'];
  api.tabs = api.tabs.filter(function (tab) { return unused.indexOf(tab.tabName) < 0; });
  // The summary counts each handout's requirements; this one counts parts.
  delete api.widgets.widgets.behaviors;
  delete api.widgets.widgets.suites;
  delete api.widgets.graph.severity;
  if (!retried) {
    delete api.widgets.graph['retry-trend'];
    api.testResultTabs = api.testResultTabs.filter(function (tab) { return tab.id !== 'retries'; });
  }
  api.addTranslation('en', {
    tab: { behaviors: { name: 'Handouts' } },
    widget: {
      summary: { testResults: 'test', testResults_plural: 'tests' }
    },
    testResult: {
      description: { name: 'Requirement' },
      execution: { name: 'Files of the figures and tables', body: 'In the order of the page' }
    }
  });
  // English in every language that the reader can choose: Allure's word there is another one, such as behaviours.
  ['am', 'az', 'br', 'de', 'es', 'fr', 'he', 'isv', 'it', 'ja', 'ka', 'kr', 'nl', 'pl', 'ru', 'sv', 'tr', 'zh'].forEach(function (language) {
    api.addTranslation(language, { tab: { behaviors: { name: 'Handouts' } } });
  });
})(allure.api, retried);
