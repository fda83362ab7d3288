/**
 * What feature-flag SDKs for JavaScript and TypeScript look like: names of calls and the place of the flag's key, as read from the type
 * definitions and documentation of the `source` packages. Only facts, no code of theirs. Each block is one SDK:
 *
 * - the first line is the provider, as findings report it;
 * - `package` names count with their sub-paths too: `posthog-js` stands for `posthog-js/react`;
 * - `method` is called on a client that the package makes; `function` is imported (functions, hooks, higher-order components, decorators,
 *   constructors); `component` is an element.
 *
 * A call is `name:key` or `name!:key>value`:
 * - `!` marks a name that nothing but a flag SDK uses, so that it counts without a traced import;
 * - key: `0` first argument, `0|1` first or second (browser and server differ), `0.key` a property of it, `0[]` every element, `0{}` every
 *   property name, a word for an attribute of a component, `all` for a call that gives all flags at once, `client` for one that gives a
 *   client, `props` for one that gives its elements all flags as their attribute `flags`, `declare.key` for one that makes the function that evaluates the flag;
 * - value: member of the result that holds the flag's value.
 */
export const flagSdkTable = `
launchdarkly
  package @launchdarkly/node-server-sdk launchdarkly-node-server-sdk @launchdarkly/cloudflare-server-sdk @launchdarkly/vercel-server-sdk
  package @launchdarkly/akamai-server-edgekv-sdk launchdarkly-js-client-sdk @launchdarkly/js-client-sdk
  package @launchdarkly/react-native-client-sdk launchdarkly-electron-client-sdk launchdarkly-node-client-sdk launchdarkly-react-client-sdk
  package @launchdarkly/react-sdk launchdarkly-vue-client-sdk
  source @launchdarkly/js-client-sdk-common@1.32.1 @launchdarkly/js-server-sdk-common@2.21.5 @launchdarkly/react-sdk@4.1.5
  source launchdarkly-js-sdk-common@5.8.3 launchdarkly-react-client-sdk@3.9.4 launchdarkly-vue-client-sdk@2.5.2
  method variation:0 variationDetail:0>value boolVariation!:0 boolVariationDetail!:0 stringVariation!:0 stringVariationDetail!:0
  method numberVariation!:0 numberVariationDetail!:0 jsonVariation!:0 jsonVariationDetail!:0 migrationVariation!:0 allFlagsState:all
  method getFlagValue:0 allFlags:all
  function useFlags:all useBoolVariation!:0 useBoolVariationDetail!:0 useStringVariation!:0 useStringVariationDetail!:0 useNumberVariation!:0
  function useNumberVariationDetail!:0 useJsonVariation!:0 useJsonVariationDetail!:0 useLDClient:client useLDFlag!:0>value
  function withLDConsumer:props LDConsumer:props
openfeature
  package @openfeature/server-sdk @openfeature/js-sdk @openfeature/web-sdk @openfeature/react-sdk @openfeature/angular-sdk
  package @openfeature/nestjs-sdk
  source @openfeature/angular-sdk@1.2.0 @openfeature/nestjs-sdk@0.2.5 @openfeature/react-sdk@1.4.1 @openfeature/server-sdk@1.23.0
  source @openfeature/web-sdk@1.10.0
  method getBooleanValue:0 getBooleanDetails:0>value getStringValue:0 getStringDetails:0>value getNumberValue:0 getNumberDetails:0>value
  method getObjectValue:0 getObjectDetails:0>value
  function useFlag:0>value useSuspenseFlag!:0>value useBooleanFlagValue!:0 useBooleanFlagDetails!:0 useStringFlagValue!:0
  function useStringFlagDetails!:0 useNumberFlagValue!:0 useNumberFlagDetails!:0 useObjectFlagValue!:0 useObjectFlagDetails!:0
  function useOpenFeatureClient:client BooleanFeatureFlag!:0.flagKey StringFeatureFlag!:0.flagKey NumberFeatureFlag!:0.flagKey
  function ObjectFeatureFlag!:0.flagKey RequireFlagsEnabled!:0.flags[].flagKey OpenFeatureClient:client
  component FeatureFlag!:flagKey
unleash
  package unleash-client unleash-proxy-client @unleash/proxy-client-react @unleash/proxy-client-vue @unleash/nextjs
  source @unleash/nextjs@1.6.7 @unleash/proxy-client-react@5.1.0 @unleash/proxy-client-vue@0.1.6 unleash-client@6.12.1
  source unleash-proxy-client@3.8.2
  method isEnabled:0 getVariant:0>name forceGetVariant!:0 getFeatureToggleDefinition!:0 getAllToggles:all
  function isEnabled:0 getVariant:0>name useFlag:0 useVariant:0>name useFlags:all useUnleashClient:client flagsClient:client
  function evaluateFlags:all getFrontendFlags:all
flagsmith
  package flagsmith @flagsmith/flagsmith react-native-flagsmith flagsmith-nodejs
  source @flagsmith/flagsmith@12.4.0 flagsmith-nodejs@8.1.2
  method hasFeature:0 getValue:0 getAllFlags:all isFeatureEnabled!:0 getFeatureValue!:0 getFlag:0>enabled
  function useFlags:0[]>enabled useFlagsmith:client useExperiment:0
growthbook
  package @growthbook/growthbook @growthbook/edge-utils @growthbook/growthbook-react
  source @growthbook/growthbook-react@1.8.0 @growthbook/growthbook@1.8.0
  method isOn:0 isOff:0 getFeatureValue!:0 evalFeature:0>value|on|off feature:0 run:0.key
  function useFeatureIsOn!:0 useFeatureValue!:0 useFeature:0>value|on|off useExperiment:0.key useGrowthBook:client
  component IfFeatureEnabled!:feature FeatureString:feature
posthog
  package posthog-js posthog-js-lite posthog-react-native posthog-node @posthog/react posthog-js/react
  source @posthog/react@1.11.1 posthog-js@1.449.2 posthog-node@5.70.0 posthog-react-native@4.78.0
  method isFeatureEnabled!:0 getFeatureFlag!:0 getFeatureFlagPayload!:0 getFeatureFlagResult!:0 getRemoteConfigPayload:0 getAllFlags:all
  method evaluateFlags:client isEnabled:0 getFlag:0
  function useFeatureFlagEnabled!:0 useFeatureFlagVariantKey!:0 useFeatureFlagPayload!:0 useFeatureFlagResult!:0 useActiveFeatureFlags:all
  function useFeatureFlag!:0 useFeatureFlagWithPayload!:0
  component PostHogFeature!:flag
statsig
  package @statsig/js-client @statsig/client-core @statsig/js-on-device-eval-client statsig-js statsig-react @statsig/react-bindings
  package @statsig/react-native-bindings @statsig/expo-bindings @statsig/next
  source @statsig/client-core@3.33.5 @statsig/react-bindings@3.33.5 statsig-js@5.1.0 statsig-react@2.1.0
  method checkGate!:0 getFeatureGate!:0>value getExperiment:0 getLayer:0 getDynamicConfig:0 getParameterStore:0 getConfig:0
  method checkGateWithExposureLoggingDisabled!:0
  function useGate!:0 useFeatureGate!:0 useConfig:0 useExperiment:0 useLayer:0 useGateWithExposureLoggingDisabled!:0
  function useConfigWithExposureLoggingDisabled:0 useExperimentWithExposureLoggingDisabled:0 useLayerWithExposureLoggingDisabled:0
  function useGateValue!:0 useDynamicConfig:0 useParameterStore:0 useStatsigClient:client
statsig
  package statsig-node @statsig/statsig-node-core
  source @statsig/statsig-node-core@0.23.2 statsig-node@6.5.2
  method checkGate!:1 getFeatureGate!:1>value getExperiment:1 getLayer:1 getConfig:1 getDynamicConfig:1 checkGateSync!:1
  method getExperimentSync:1 getParameterStore:1
split
  package @splitsoftware/splitio @splitsoftware/splitio-browserjs @splitsoftware/splitio-react-native @splitsoftware/splitio-angular
  package @splitsoftware/splitio-react @splitsoftware/splitio-redux
  source @splitsoftware/splitio-commons@3.1.0 @splitsoftware/splitio-react@2.6.2 @splitsoftware/splitio-redux@1.13.0
  method getTreatment!:0|1 getTreatmentWithConfig!:0|1>treatment getTreatments!:0[]|1[] getTreatmentsWithConfig!:0[]|1[]
  function useTreatment!:0.name>treatment useTreatmentWithConfig!:0.name useTreatments!:0.names[] useTreatmentsWithConfig!:0.names[]
  function useSplitTreatments:0.names[] withSplitTreatments!:0[] useSplitClient:client selectTreatmentValue!:1 selectTreatmentWithConfig!:1
  function connectToggler:0
  component SplitTreatments!:names[]
harness
  package @harnessio/ff-javascript-client-sdk @harnessio/ff-nodejs-server-sdk @harnessio/ff-react-client-sdk
  source @harnessio/ff-javascript-client-sdk@1.32.0 @harnessio/ff-nodejs-server-sdk@1.8.12 @harnessio/ff-react-client-sdk@2.4.0
  method variation:0 boolVariation!:0 stringVariation!:0 numberVariation!:0 jsonVariation!:0
  function useFeatureFlag!:0 useFeatureFlags!:0[] ifFeatureFlag!:0
configcat
  package configcat-js configcat-node configcat-js-ssr configcat-common @configcat/sdk configcat-react
  source configcat-common@9.4.1 configcat-react@5.1.0
  method getValueAsync:0 getValueDetailsAsync:0>value getAllValuesAsync:all getValue:0
  function useFeatureFlag!:0>value useConfigCatClient:client
optimizely
  package @optimizely/optimizely-sdk @optimizely/react-sdk
  source @optimizely/optimizely-sdk@6.6.1 @optimizely/react-sdk@3.4.0
  method decide:0>enabled|variationKey|variables decideAsync:0 decideForKeys:0[] decideAll:all isFeatureEnabled!:0
  method getFeatureVariableBoolean!:0 getFeatureVariableString!:0 getFeatureVariableInteger!:0 getFeatureVariableDouble!:0
  method getFeatureVariableJSON!:0 getFeatureVariable!:0 getAllFeatureVariables!:0 getEnabledFeatures:all activate:0 getVariation:0
  function useDecision:0>[0].enabled|[0].variationKey useFeature:0>[0] useExperiment:0>[0] withOptimizely:client
  component OptimizelyFeature!:feature OptimizelyExperiment:experiment
vercel
  package flags @vercel/flags @flags-sdk/launchdarkly @flags-sdk/statsig @flags-sdk/hypertune @flags-sdk/growthbook @flags-sdk/posthog
  package @flags-sdk/openfeature @flags-sdk/edge-config @flags-sdk/vercel
  source flags@4.3.1
  function flag:declare.key
devcycle
  package @devcycle/js-client-sdk @devcycle/devcycle-js-sdk @devcycle/react-client-sdk @devcycle/nextjs-sdk
  package @devcycle/react-native-client-sdk
  source @devcycle/js-client-sdk@1.47.10 @devcycle/nextjs-sdk@3.0.5 @devcycle/react-client-sdk@1.45.10
  method variableValue:0 variable:0>value allVariables:all allFeatures:all
  function useVariableValue:0 useVariable:0>value useDVCVariable!:0 SwapComponents:2 getVariableValue:0
  component RenderIfEnabled:variableKey
devcycle
  package @devcycle/nodejs-server-sdk @devcycle/js-cloud-server-sdk @devcycle/nestjs-server-sdk
  source @devcycle/nestjs-server-sdk@0.8.0 @devcycle/nodejs-server-sdk@1.55.9
  method variableValue:1 variable:1>value
  function VariableValue:0.key RequireVariableValue:0{}
eppo
  package @eppo/node-server-sdk @eppo/js-client-sdk @eppo/react-native-sdk
  source @eppo/js-client-sdk-common@4.14.4
  method getBooleanAssignment!:0 getBooleanAssignmentDetails!:0 getStringAssignment!:0 getStringAssignmentDetails!:0
  method getIntegerAssignment!:0 getIntegerAssignmentDetails!:0 getNumericAssignment!:0 getNumericAssignmentDetails!:0 getJSONAssignment!:0
  method getJSONAssignmentDetails!:0 getBoolAssignment!:0 getBanditAction!:0
amplitude
  package @amplitude/experiment-js-client @amplitude/experiment-react-native-client @amplitude/experiment-node-server
  source @amplitude/experiment-js-client@1.23.1 @amplitude/experiment-node-server@1.13.6
  method variant:0>value all:all fetchV2:all fetch:all evaluateV2:1[] evaluate:1[]
firebase
  package firebase/remote-config @firebase/remote-config @angular/fire/remote-config firebase/compat/remote-config
  package @react-native-firebase/remote-config firebase-admin/remote-config
  source @firebase/remote-config@0.9.2 @react-native-firebase/remote-config@26.4.0
  method getBoolean:0 getString:0 getNumber:0 getValue:0
  function getBoolean:1 getString:1 getNumber:1 getValue:1>asBoolean()|asString()|asNumber() getAll:all
azure
  package @microsoft/feature-management
  source @microsoft/feature-management@2.3.1
  method isEnabled:0 getVariant:0 listFeatureNames:all
evidently
  package @aws-sdk/client-evidently
  source @aws-sdk/client-evidently@3.901.0
  method evaluateFeature:0.feature batchEvaluateFeature:0.requests[].feature
  function EvaluateFeatureCommand:0.feature
appconfig
  package @aws-lambda-powertools/parameters/appconfig @aws-sdk/client-appconfigdata
  source @aws-lambda-powertools/parameters@2.35.0 @aws-sdk/client-appconfigdata@3.1169.0
  function getAppConfig:all GetLatestConfigurationCommand:all
reflag
  package @reflag/node-sdk @reflag/browser-sdk @reflag/react-sdk @bucketco/node-sdk @bucketco/browser-sdk @bucketco/react-sdk
  source @bucketco/node-sdk@1.10.0 @bucketco/react-sdk@3.3.2 @reflag/node-sdk@1.7.1 @reflag/react-sdk@1.6.2
  method getFlag:0|1>isEnabled getFeature:0|1>isEnabled getFlags:all getFeatures:all getFlagRemote:0>isEnabled
  function useFlag:0>isEnabled useFeature:0>isEnabled
hypertune
  package hypertune
  source hypertune@2.10.1
  function useHypertune:all
flipt
  package @flipt-io/flipt @flipt-io/flipt-client-js @flipt-io/flipt-client-react @flipt-io/flipt-client @flipt-io/flipt-client-browser
  source @flipt-io/flipt-client-js@0.5.1 @flipt-io/flipt-client-react@1.2.1 @flipt-io/flipt@1.5.0
  method boolean:0.flagKey>enabled variant:0.flagKey>variantKey|match evaluateBoolean!:0.flagKey>enabled evaluateVariant:0.flagKey
  function useFliptBoolean!:0 useFliptVariant!:0
featurevisor
  package @featurevisor/sdk @featurevisor/react @featurevisor/vue
  source @featurevisor/react@2.0.0 @featurevisor/sdk@2.0.0
  method isEnabled:0 getVariation:0 getVariable:0 getVariableBoolean:0 getVariableString:0 getVariableInteger:0 getVariableDouble:0
  method getVariableArray:0 getVariableObject:0 getVariableJSON:0
  function useFlag:0 useVariation:0 useVariable:0
happykit
  package @happykit/flags
  source @happykit/flags@3.3.0
  function useFlags:all useFlagBag:all getFlags:all getEdgeFlags:all
tggl
  package tggl-client
  source tggl-client@3.1.0
  method get:0|1 getAll:all
  function useFlag:0
kameleoon
  package @kameleoon/javascript-sdk @kameleoon/react-sdk @kameleoon/nodejs-sdk
  source @kameleoon/javascript-sdk-core@5.17.1 @kameleoon/react-sdk@10.19.1
  method isFeatureFlagActive!:1|0.featureKey getVariation:0.featureKey getFeatureFlagVariationKey!:1 getFeatureFlagVariable!:0.featureKey
  method getFeatureFlagVariables!:1
  function useFeatureFlag:client
absmartly
  package @absmartly/javascript-sdk @absmartly/react-sdk
  source @absmartly/javascript-sdk@1.13.4
  method treatment:0 peek:0 variableValue:0 peekVariableValue:0
  component Treatment:name
flagged
  package flagged
  source flagged@3.0.0
  function useFeature:0 useFeatures:all withFeature:0
  component Feature:name
flopflip
  package @flopflip/react-broadcast @flopflip/react-redux
  source @flopflip/react-broadcast@15.1.7
  function useFeatureToggle!:0 useFeatureToggles!:0{} useFlagVariation!:0 useFlagVariations!:0[] injectFeatureToggle!:0
  function injectFeatureToggles!:0[] branchOnFeatureToggle!:0.flag
  component ToggleFeature:flag
react-feature-toggles
  package @paralleldrive/react-feature-toggles react-feature-toggles
  source @paralleldrive/react-feature-toggles@2.3.1 react-feature-toggles@3.0.3
  function useFeatures:all
  component Feature:name FeatureToggle:featureName
fflip
  package fflip fflip-express
  source fflip@4.0.0
  method isFeatureEnabledForUser!:0 getFeaturesForUser:all has:0
vwo
  package vwo-fme-node-sdk vwo-node-sdk
  source vwo-fme-node-sdk@1.35.0 vwo-node-sdk@1.73.0
  method getFlag:0>isEnabled() isFeatureEnabled!:0 getFeatureVariableValue!:0 activate:0
flagship
  package @flagship.io/js-sdk @flagship.io/react-sdk
  source @flagship.io/js-sdk@5.2.0 @flagship.io/react-sdk@5.2.3
  method getFlag:0>getValue()
  function useFsFlag!:0>getValue()
prefab
  package @prefab-cloud/prefab-cloud-js @prefab-cloud/prefab-cloud-react
  source @prefab-cloud/prefab-cloud-js@0.4.7 @prefab-cloud/prefab-cloud-react@0.4.8
  method isEnabled:0 get:0
  function usePrefab:client
atlaskit
  package @atlaskit/platform-feature-flags
  source @atlaskit/platform-feature-flags
  function fg:0 getBooleanFF!:0
backstage
  package @backstage/core-app-api @backstage/core-plugin-api
  source backstage/backstage
  component FeatureFlagged!:with|without
calypso-config
  package @automattic/calypso-config
  source Automattic/wp-calypso
  method isEnabled:0
  function isEnabled:0
openmrs
  package @openmrs/esm-framework
  source openmrs/openmrs-esm-core
  function getFeatureFlag:0 useFeatureFlag:0
parcel
  package @parcel/feature-flags
  source parcel-bundler/parcel
  function getFeatureFlag:0
superset
  package @superset-ui/core
  source apache/superset
  function isFeatureEnabled:0
`;
