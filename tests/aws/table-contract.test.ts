import { CreateTableCommand } from '@aws-sdk/client-dynamodb';
import { beforeAll, describe } from 'vitest';
import { createTableInput } from '#shared/adapters/dynamodb/create-table-input.ts';
import { dynamoTable } from '#shared/adapters/dynamodb/dynamo-table.ts';
import { tableContract } from '../contract/table-contract.ts';
import { database } from './emulated.ts';

/** The third engine of the table, beside SQLite and DynamoDB Local: none of them can drift. */
describe('the DynamoDB of the emulated AWS', { timeout: 120_000 }, () => {
  const tableName = 'contract';
  beforeAll(async () => {
    await database.send(new CreateTableCommand(createTableInput(tableName)));
  });
  tableContract({ open: async (clock) => dynamoTable({ client: database, tableName, clock }), rounds: 2 });
});
