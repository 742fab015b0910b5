import { Button, List, Loader, Paper, Stack, Tabs, Text, ThemeIcon, Title } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { buildJobsQuery, type ListedJob } from '../../api/jobs.ts'
import { useLiveQueries } from '../../api/live/use-live.ts'
import { useViewer } from '../../app/use-viewer.ts'
import { LaunchButton } from '../../components/launch-button.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { NewApiKey } from './new-api-key.tsx'
import { clientSteps, slipwaySteps, type Step } from './steps.ts'
import { StepList } from './step-list.tsx'

/** The way to the first job, which this page notices by itself when it arrives. */
export function WelcomePage() {
  const { entity } = useViewer()
  const name = entity ?? ''
  const options = buildJobsQuery({ entity: name, search: undefined })
  const { data: jobs = [] } = useInfiniteQuery(options)
  useLiveQueries([{ kind: 'JOBS', entityName: name }], [options.queryKey])
  const server = window.location.origin
  return (
    <Stack maw={760}>
      <PageHeader
        title="Get the first job in"
        below="Run a program once with Slipway watching. From then on anyone can launch it with other inputs, from here."
      />
      <Tabs defaultValue="slipway">
        <Tabs.List mb="md">
          <Tabs.Tab value="slipway">With the slipway command</Tabs.Tab>
          <Tabs.Tab value="client">With the wandb client alone</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="slipway">
          <Steps steps={slipwaySteps(server)} />
        </Tabs.Panel>
        <Tabs.Panel value="client">
          <Steps steps={clientSteps(server)} />
        </Tabs.Panel>
      </Tabs>
      <Arrival job={jobs[0]} />
    </Stack>
  )
}

function Steps({ steps }: { readonly steps: readonly Step[] }) {
  return (
    <Stack>
      <StepList steps={steps} />
      <NewApiKey />
    </Stack>
  )
}

function Arrival({ job }: { readonly job: ListedJob | undefined }) {
  if (job === undefined) {
    return (
      <Paper withBorder p="md" role="status">
        <List center icon={<Loader size={18} aria-hidden />}>
          <List.Item>Waiting for the first job. This page notices it by itself.</List.Item>
        </List>
      </Paper>
    )
  }
  const { project, name } = job
  return (
    <Paper withBorder p="lg" role="status">
      <Stack align="flex-start" gap="sm">
        <ThemeIcon radius="xl" size="lg" color="green">
          <IconCheck size={20} />
        </ThemeIcon>
        <Title order={2} size="h4">
          The job "{name}" is here
        </Title>
        <Text size="sm" c="var(--slipway-muted)">
          Launch it with other inputs, or look at what it offers.
        </Text>
        <Button.Group>
          <LaunchButton from={{ job: `${project.entityName}/${project.name}/${name}:latest` }} label="Launch it" />
          <Button
            variant="default"
            renderRoot={(props) => (
              <Link
                to="/$entity/$project/jobs/$job"
                params={{ entity: project.entityName, project: project.name, job: name }}
                {...props}
              />
            )}
          >
            See its inputs
          </Button>
        </Button.Group>
      </Stack>
    </Paper>
  )
}
